//! Who took part in which event, and as what: found out once, to be counted for any events.

use super::giving::MOST_GIFTS;
use super::numbered::{Numbered, Numbering};
use crate::chronology::{ActorNo, Chronology, Each};
use std::sync::Arc;

/// As what somebody, or somebody who belongs to them, took part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Giver,
    Receiver,
    Other,
}

/// That somebody took part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Taken {
    pub actor: ActorNo,
    pub part: Part,
    /// Whether only somebody who belongs to them did.
    pub is_through_members: bool,
}

/// Who took part in which event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// For each event everybody who took part, each once.
    pub(super) parts: Each<Taken>,
    /// For each event who gave to whom; `None` where these are too many to be kept.
    pub(super) gifts: Option<Numbered<(ActorNo, ActorNo)>>,
    /// For each event whether it answers another one.
    pub(super) answers: Vec<bool>,
    /// For each actor itself and all who belong to it, or to those who do.
    pub(super) members: Arc<Each<ActorNo>>,
}

impl Cast {
    /// The cast of a chronology. Those who belong to an organisation take part with it.
    pub fn new(chronology: &Chronology) -> Self {
        // Of each actor the last event in which it was met, gave, received, was itself.
        let met = || vec![None; chronology.actors.len()];
        let (mut here, mut gave, mut received, mut itself) = (met(), met(), met(), met());
        let (mut parts, mut answers) = (Each::default(), Vec::new());
        let mut gifts = Numbering::of_at_most(MOST_GIFTS);
        let mut taken = Vec::new();
        for number in chronology.numbers() {
            let event = &chronology[number];
            for (side, last) in [(&event.from, &mut gave), (&event.to, &mut received)] {
                chronology.with_wholes(side.iter().copied()).for_each(|actor| last[actor.index()] = Some(number));
            }
            let all = || event.from.iter().chain(&event.to).chain(&event.actors).copied();
            all().for_each(|actor| itself[actor.index()] = Some(number));
            for actor in chronology.with_wholes(all()) {
                let at = actor.index();
                if here[at].replace(number) == Some(number) {
                    continue;
                }
                let part = match (gave[at] == Some(number), received[at] == Some(number)) {
                    (true, _) => Part::Giver,
                    (false, true) => Part::Receiver,
                    (false, false) => Part::Other,
                };
                taken.push(Taken { actor, part, is_through_members: itself[at] != Some(number) });
            }
            parts.push(taken.drain(..));
            let pairs = event.from.iter().flat_map(|&from| event.to.iter().map(move |&to| (from, to)));
            gifts.push(event.from.len() * event.to.len(), pairs);
            answers.push(!event.reply_to.is_empty());
        }
        let actors = || (0..chronology.actors.len()).map(ActorNo::at);
        let members = actors().flat_map(|actor| chronology.wholes(actor).map(move |whole| (whole.index(), actor)));
        let members: Vec<_> = members.collect();
        let members = Each::sorted(chronology.actors.len(), members.into_iter()).into();
        Self { parts: parts.fitted(), gifts: gifts.done(), answers, members }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Document, read};

    /// A city with a mayor and an office of hers, and another city.
    const CITY: &str = "format = 1\n\
        [[actor]]\nid = 'city'\nname = 'city'\n\
        [[actor]]\nid = 'mayor'\nname = 'mayor'\nof = 'city'\n\
        [[actor]]\nid = 'office'\nname = 'office'\nof = 'mayor'\n\
        [[actor]]\nid = 'other'\nname = 'other'\n";

    /// The cast of one event of these.
    fn cast(event: &str) -> Cast {
        let text = format!("{CITY}[[event]]\nid = 'e'\n{event}\n");
        Cast::new(&Chronology::new(read(&[Document { name: "city.toml".into(), text: text.into() }]).0).0)
    }

    #[test]
    fn organisations_take_part_with_those_who_belong_to_them() {
        let check = |event: &str, expected: &[(usize, Part, bool)]| {
            let cast = cast(event);
            let parts = cast.parts.of(0).iter().map(|one| (one.actor.index(), one.part, one.is_through_members));
            assert_eq!(parts.collect::<Vec<_>>(), expected, "{event}");
        };
        check("", &[]);
        check("from = ['city']\nto = ['other']", &[(0, Part::Giver, false), (3, Part::Receiver, false)]);
        check("actors = ['mayor']", &[(1, Part::Other, false), (0, Part::Other, true)]);
        check(
            "to = ['office']\nactors = ['city']",
            &[(2, Part::Receiver, false), (1, Part::Receiver, true), (0, Part::Receiver, false)],
        );
        // Whoever both gave and received is one who gave.
        check("from = ['mayor']\nto = ['city']", &[(1, Part::Giver, false), (0, Part::Giver, false)]);
    }

    #[test]
    fn gifts_are_between_those_who_are_named_and_members_are_found_from_the_whole() {
        let cast = cast("from = ['mayor', 'city']\nto = ['other']");
        let gifts = cast.gifts.expect("few");
        let pairs = gifts.of.of(0).iter().map(|&at| gifts.things[at as usize]);
        let pairs: Vec<(usize, usize)> = pairs.map(|(from, to)| (from.index(), to.index())).collect();
        assert_eq!((pairs, gifts.things.len()), (vec![(1, 3), (0, 3)], 2));
        let members = |at| cast.members.of(at).iter().map(|actor| actor.index()).collect::<Vec<_>>();
        assert_eq!([0, 1, 2, 3].map(members), [vec![0, 1, 2], vec![1, 2], vec![2], vec![3]]);
        assert_eq!(cast.answers, [false]);
    }
}
