//! What is there for a guest is the table, whatever is pressed.

use crate::common::{content, fresh, press};
use annals::app::{Ability, Access, Action, Characters, Effect, KEYMAP, Key, Manner, Notice, RIGHTS, State, Theme};
use annals::date::Language;
use annals::ui::{paint, picture};
use annals::view::{Glyphs, Size};

const EVENTS: &str =
    "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n[[event]]\nid = \"a\"\ntitle = \"A\"\ncategory = \"d\"\n";

fn state(access: Access) -> State {
    let size = Size { width: 100, height: 60 };
    let manner = Manner {
        language: Language::En,
        glyphs: Glyphs::UNICODE,
        characters: Characters::Unicode,
        theme: Theme::Terminal,
        size,
    };
    let state = State::new(content(EVENTS), manner);
    if access == Access::Guest { state.for_guest() } else { state }
}

fn all_keys() -> impl Iterator<Item = Key> {
    KEYMAP.iter().flat_map(|binding| binding.keys.iter().copied())
}

#[test]
fn every_ability_stands_in_the_table_once() {
    for right in RIGHTS {
        assert_eq!(RIGHTS.iter().filter(|other| other.ability == right.ability).count(), 1, "{right:?}");
        assert_eq!(Access::Guest.has(right.ability), right.guest, "{right:?}");
        assert!(Access::Owner.has(right.ability), "{right:?}");
    }
    let abilities: Vec<Ability> = RIGHTS.iter().filter(|right| right.guest).map(|right| right.ability).collect();
    assert_eq!(abilities, [Ability::Look, Ability::Leave], "what a guest may do");
    for binding in KEYMAP {
        let ability = binding.action.ability();
        assert!(RIGHTS.iter().any(|right| right.ability == ability), "{ability:?} stands in the table");
    }
}

#[test]
fn no_key_does_for_a_guest_what_is_not_in_the_table() {
    // From the plain screen, and from every screen that one key leads to.
    for first in all_keys() {
        for second in all_keys() {
            let mut state = state(Access::Guest);
            for key in [first, second] {
                let action = KEYMAP.iter().find(|row| row.mode == state.mode() && row.keys.contains(&key));
                let effect = state.apply(action.map_or(Action::Forget, |row| row.action.clone()));
                let is_allowed = matches!(effect, Effect::None | Effect::Repaint | Effect::Quit);
                assert!(is_allowed, "{first:?} {second:?}: {effect:?}");
            }
        }
    }
}

#[test]
fn what_is_not_there_changes_nothing_and_is_told_nowhere() {
    let absent = KEYMAP.iter().filter(|row| !Access::Guest.has(row.action.ability()));
    let mut guest = state(Access::Guest);
    guest.apply(Action::Help);
    let help = picture(&paint(&guest));
    let mut owner = state(Access::Owner);
    owner.apply(Action::Help);
    let whole = picture(&paint(&owner));
    let mut count = 0;
    for binding in absent {
        let told = binding.help(Language::En);
        assert!(!help.contains(told) && whole.contains(told), "{told}\n{help}");
        let mut state = state(Access::Guest);
        let before = picture(&paint(&state));
        binding.keys.iter().for_each(|&key| press(&mut state, key));
        assert_eq!(picture(&paint(&state)), before, "{told}");
        count += 1;
    }
    assert!(count >= 2, "the editor and the stop are absent");
}

#[test]
fn a_guest_sees_no_file_change() {
    let mut state = state(Access::Guest);
    state.apply(Action::Reload(fresh(content(&EVENTS.replace("\"A\"", "\"B\"")))));
    assert!(!picture(&paint(&state)).contains(" B"), "{}", picture(&paint(&state)));
    state.apply(Action::Notify(Notice::SentOff));
    assert!(picture(&paint(&state)).contains("good-bye"));
}
