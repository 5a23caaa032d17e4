//! Playing a tour: one step a screen, by hand or by itself.

use super::action::Motion;
use super::notice::Notice;
use super::state::{Opened, Overlay, State};
use super::update::select;
use crate::chronology::TourNo;
use crate::file::Passage;
use std::time::Duration;

/// Whether a tour goes on by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Play {
    /// It waits for a key.
    ByHand,
    /// It goes on after a pause.
    ByItself,
}

/// Longer or shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// A longer pause.
    Slower,
    /// A shorter one.
    Faster,
}

/// A tour that is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Playing {
    /// Which.
    pub tour: TourNo,
    /// The step, from 0.
    pub step: usize,
    /// Whether it goes on by itself.
    pub play: Play,
    /// After so many seconds.
    pub seconds: u8,
}

impl Playing {
    /// The pauses that can be chosen, in seconds.
    const PAUSES: [u8; 9] = [3, 5, 8, 12, 20, 30, 45, 60, 90];

    /// The pause after which it goes on.
    pub fn pause(&self) -> Option<Duration> {
        (self.play == Play::ByItself).then(|| Duration::from_secs(self.seconds.into()))
    }

    /// With the next longer or shorter pause, if there is one.
    fn at_pace(self, pace: Pace) -> Self {
        let seconds = match pace {
            Pace::Slower => Self::PAUSES.iter().find(|&&pause| pause > self.seconds),
            Pace::Faster => Self::PAUSES.iter().rfind(|&&pause| pause < self.seconds),
        };
        Self { seconds: seconds.copied().unwrap_or(self.seconds), ..self }
    }
}

/// Plays the only tour, or shows all to choose from. While one is played, lets it go on by
/// itself or no longer.
pub(super) fn play(state: &mut State) {
    if let Some(playing) = &mut state.playing {
        playing.play = match playing.play {
            Play::ByHand => Play::ByItself,
            Play::ByItself => Play::ByHand,
        };
        return;
    }
    match state.content.chronology.tours.len() {
        0 => state.notice = Some(Notice::NoTour),
        1 => start(state, TourNo::at(0)),
        _ => state.overlay = Some(Opened { overlay: Overlay::Tours, scroll: 0, selected: 0 }),
    }
}

/// Plays a tour from its first step, if it has any.
pub(super) fn start(state: &mut State, tour: TourNo) {
    state.overlay = None;
    state.search.typing = None;
    if state.content.chronology[tour].steps.is_empty() {
        state.notice = Some(Notice::EmptyTour);
        return;
    }
    state.playing = Some(Playing { tour, step: 0, play: Play::ByHand, seconds: 8 });
    go_to(state, 0);
}

/// Goes to a step, and selects its event.
fn go_to(state: &mut State, step: usize) {
    let Some(playing) = &mut state.playing else { return };
    playing.step = step;
    if let Some(stop) = state.content.chronology[playing.tour].steps.get(step) {
        let event = stop.event;
        select(state, event);
    }
}

/// Steps through the tour; with a count to the step of that number.
pub(super) fn step(state: &mut State, motion: Motion, count: Option<usize>) {
    let Some(playing) = state.playing else { return };
    let last = state.content.chronology[playing.tour].steps.len().saturating_sub(1);
    let times = count.unwrap_or(1);
    let target = match motion {
        Motion::Next => playing.step.saturating_add(times),
        Motion::Previous => playing.step.saturating_sub(times),
        Motion::First => count.map_or(0, |number| number.saturating_sub(1)),
        Motion::Last => count.map_or(last, |number| number.saturating_sub(1)),
        _ => playing.step,
    };
    if target > last && playing.step == last {
        state.notice = Some(Notice::LastStep);
        state.playing = Some(Playing { play: Play::ByHand, ..playing });
        return;
    }
    go_to(state, target.min(last));
}

/// Makes the pause longer or shorter, and tells how long it is.
pub(super) fn change_pace(state: &mut State, pace: Pace) {
    let Some(playing) = state.playing.map(|playing| playing.at_pace(pace)) else { return };
    state.playing = Some(playing);
    state.notice = Some(Notice::Pause(playing.seconds));
}

/// Goes on with what the files hold now: with the same tour, if it is still there.
pub(super) fn renew(state: &mut State, id: Option<Passage>) {
    let tours = &state.content.chronology.tours;
    let tour = id.and_then(|id| tours.iter().position(|tour| tour.id.value == id));
    let Some((tour, playing)) = tour.map(TourNo::at).zip(state.playing.take()) else { return };
    let steps = state.content.chronology[tour].steps.len();
    state.playing = (steps > 0).then(|| Playing { tour, step: playing.step.min(steps - 1), ..playing });
    go_to(state, playing.step.min(steps.saturating_sub(1)));
}
