//! A session at the terminal: what happens goes to the state, what the state shows goes
//! to the terminal, and effects are carried out.

use super::aim::Aim;
use super::cli::Input;
use super::errand::Failure;
use super::files::Refusal;
use super::loader::{Loaded, Loader, News};
use super::preparing::{self, Preparing};
use super::terminal::{Happening, Terminal};
use super::watch::Watch;
use super::{editor, files, loader};
use crate::app::{Access, Action, Content, Deed, Effect, Fresh, Key, Mode, Notice, Place, Point, Reading, State};
use crate::chronology::EventNo;
use crate::ui;
use crate::view::{Lens, Size};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use tracing::{debug, debug_span};

/// What goes on behind the screen.
#[derive(Debug)]
pub struct Behind {
    /// What is still being read.
    pub loader: Option<Loader>,
    /// The files that may change, since before they were read.
    pub watch: Watch,
    /// What queries will be answered from, while it is being made.
    pub preparing: Option<Preparing>,
    /// Where the session is to begin, as soon as that has been read.
    pub aim: Aim,
}

impl Behind {
    /// What hangs up when there is something to hear.
    fn bells(&self) -> Vec<BorrowedFd<'_>> {
        let (loader, preparing) = (self.loader.as_ref().map(AsFd::as_fd), self.preparing.as_ref().map(AsFd::as_fd));
        loader.into_iter().chain(preparing).collect()
    }
}

/// Attends to the terminal until the reader leaves: a picture of the state, then all that
/// has happened since, then the next picture. Gives the state in which that was, and how it
/// ended: who presses no key for the time that is given as `patience` is sent off.
///
/// # Errors
///
/// A sentence that says why the terminal cannot be used.
pub fn attend(
    mut state: State,
    terminal: Terminal,
    input: &Input,
    patience: Option<Duration>,
    behind: Behind,
) -> Result<(State, Ended), String> {
    if behind.loader.is_some() {
        state.apply(Action::Progress(0));
    }
    let now = Instant::now();
    let origin = spot(&state);
    let session = Session { state, terminal, input, behind, patience, origin, touched: now, since: now, ended: None };
    session.attend().map_err(|error| format!("the terminal failed: {error}"))
}

/// A key press, from a terminal or from a script.
pub fn press(state: &mut State, key: Key) -> Effect {
    let action = state.bindings.resolve(state.mode(), state.count, key);
    let _pressed = debug_span!("press", ?key, action = action.as_ref().and_then(Action::name)).entered();
    state.apply(action.unwrap_or(Action::Forget))
}

/// How often one looks how much has been read.
const NEWS: Duration = Duration::from_millis(25);

/// So long keys wait for the whole after its beginning has been shown. Mostly it has been read by
/// then, and what was typed leads where it leads in the whole; nobody sees so short a pause.
const MOMENT: Duration = Duration::from_millis(100);

struct Session<'a> {
    state: State,
    terminal: Terminal,
    input: &'a Input,
    behind: Behind,
    /// How long a reader may press no key; `None`: for ever.
    patience: Option<Duration>,
    /// Where the session began.
    origin: Spot,
    /// When the last key was pressed.
    touched: Instant,
    /// When something was last done.
    since: Instant,
    /// How it has ended, if it has.
    ended: Option<Ended>,
}

/// What is selected, under which lens, and where on its page the reader is.
type Spot = (Option<EventNo>, Lens, Reading);

/// How a session ends.
#[derive(Debug)]
pub enum Ended {
    /// The reader has left.
    Left,
    /// What was shown was the beginning of files that cannot be read to their end.
    Refused(Vec<Refusal>),
    /// There is no event in the files, and something is wrong in them.
    Worthless(Arc<Content>),
    /// The place to begin at is not in the files, or something has failed: a sentence on it.
    Lost(String),
    /// The reader was sent off.
    SentOff,
}

impl Session<'_> {
    fn attend(mut self) -> io::Result<(State, Ended)> {
        self.measure();
        if self.behind.loader.is_none() && self.state.access == Access::Owner {
            self.wait_for(preparing::begin(&self.state.content));
        }
        if self.behind.loader.is_some() {
            self.draw()?;
            self.behind.loader.iter().for_each(|loader| loader.wait(MOMENT));
            self.hear();
        }
        loop {
            self.draw()?;
            // To have looked at the files is nothing to paint for.
            while self.ended.is_none() && !self.go_on()? {}
            if let Some(ended) = self.ended.take() {
                self.terminal.restore()?;
                return Ok((self.state, ended));
            }
        }
    }

    /// Shows what the state is now.
    fn draw(&mut self) -> io::Result<()> {
        let _drawn = debug_span!("draw").entered();
        let paint = |_, buffer: &mut _| debug_span!("paint").in_scope(|| ui::draw(&self.state, buffer));
        self.terminal.draw(ui::cursor(&self.state), paint)
    }

    /// Waits for what happens next, and tells whether there may be something new to show.
    fn go_on(&mut self) -> io::Result<bool> {
        let due = self.state.due().map(|(pause, action)| (self.since + pause, action));
        let pause = due.as_ref().map(|(moment, _)| *moment);
        let farewell = self.patience.map(|patience| self.touched + patience);
        let news = self.behind.loader.as_ref().and(self.state.progress).map(|_| Instant::now() + NEWS);
        // What has changed while it was read is read again afterwards.
        let look = if self.behind.loader.is_none() { self.behind.watch.deadline() } else { None };
        let deadline = look.into_iter().chain(pause).chain(farewell).chain(news).min();
        let happenings = self.terminal.next(deadline, &self.behind.bells())?;
        if happenings.iter().any(|happening| matches!(happening, Happening::Key(_) | Happening::Paste(_))) {
            self.touched = Instant::now();
        } else if farewell.is_some_and(|farewell| farewell <= Instant::now()) {
            self.ended = Some(Ended::SentOff);
            return Ok(true);
        }
        if let Some((_, action)) = due.filter(|(moment, _)| happenings.is_empty() && *moment <= Instant::now()) {
            self.state.apply(action);
            self.since = Instant::now();
            return Ok(true);
        }
        let is_idle = happenings.is_empty() && deadline.is_some_and(|deadline| deadline <= Instant::now());
        if !happenings.is_empty() {
            self.since = Instant::now();
        }
        for happening in happenings {
            let effect = self.take(happening);
            self.carry_out(effect)?;
            if self.ended.is_some() {
                return Ok(true);
            }
        }
        let has_changed = self.behind.loader.is_none() && self.behind.watch.has_changed();
        if has_changed {
            self.reload();
        }
        let has_news = self.hear() | self.hear_of_index();
        Ok(has_changed || has_news || !is_idle)
    }

    /// Everything that happens comes in by this door.
    fn take(&mut self, happening: Happening) -> Effect {
        match happening {
            Happening::Key(event) => key(event).map_or(Effect::None, |key| press(&mut self.state, key)),
            Happening::Resize(width, height) => self.state.apply(Action::Resize(Size { width, height })),
            Happening::Suspend => self.state.apply(Action::Suspend),
            Happening::Mouse(event) => {
                point(event).map_or(Effect::None, |point| self.state.apply(Action::Point(point)))
            }
            Happening::Paste(text) => self.state.apply(Action::Paste(text)),
        }
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::None => {}
            Effect::Quit => self.ended = Some(Ended::Left),
            Effect::Repaint => self.terminal.forget(),
            Effect::Copy(text) => self.terminal.copy(&text)?,
            Effect::Edit(place) => self.edit(place)?,
            Effect::Suspend => {
                self.terminal.suspend()?;
                self.measure();
            }
        }
        Ok(())
    }

    /// Tells the state how large the terminal is.
    fn measure(&mut self) {
        let size = self.terminal.size();
        self.state.apply(Action::Resize(Size { width: size.width, height: size.height }));
    }

    /// Lets the reader edit the file at a place; what was saved is read at once.
    fn edit(&mut self, place: Place) -> io::Result<()> {
        let notice = match self.input.files.get(place.document) {
            None => Some(Notice::BuiltIn),
            Some(file) if file.as_os_str() == "-" => Some(Notice::Piped),
            Some(file) => match self.terminal.lend(&mut editor::command(file, place)) {
                Ok(status) if status.success() => None,
                Ok(status) => Some(Notice::EditorFailed(status.to_string())),
                Err(error) => Some(Notice::EditorFailed(error.to_string())),
            },
        };
        self.measure();
        self.behind.watch.hurry();
        if let Some(notice) = notice {
            self.state.apply(Action::Notify(notice));
        }
        Ok(())
    }

    /// Reads the files again, long ones in the background.
    fn reload(&mut self) {
        self.behind.loader = Loader::of_files(self.input);
        if self.behind.loader.is_some() {
            return;
        }
        match files::documents(&self.input.files, self.input.max_size) {
            Ok((documents, problems)) => {
                let fresh = Box::new(Fresh::new(files::content(documents, problems)));
                let preparing = preparing::begin(&fresh.content);
                self.show((fresh, preparing));
            }
            Err(refusals) => self.regret(&refusals),
        }
    }

    /// Says which files cannot be read any more; what they held is still shown.
    fn regret(&mut self, refusals: &[Refusal]) {
        let reasons: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        self.state.apply(Action::Notify(Notice::Unreadable(reasons.join("; "))));
    }

    /// Hears what has become of what is being read; whether that is something to show.
    fn hear(&mut self) -> bool {
        match self.behind.loader.as_ref().map(Loader::news) {
            None => return false,
            // What is shown is whole, and is read anew.
            Some(News::Percent(_)) if self.state.progress.is_none() => return false,
            Some(News::Percent(percent)) if self.state.progress == Some(percent) => return false,
            Some(News::Percent(percent)) => {
                self.state.apply(Action::Progress(percent));
            }
            // What began with events is being written, and will be read again.
            Some(News::Whole((fresh, _)))
                if self.state.selected.is_none() && self.state.progress.is_some() && fresh.content.is_worthless() =>
            {
                self.ended = Some(Ended::Worthless(fresh.content));
            }
            Some(News::Whole(loaded)) => {
                self.behind.loader = None;
                self.show(loaded);
                debug!("all is read");
            }
            Some(News::Refused(refusals)) if self.state.progress.is_none() => {
                self.behind.loader = None;
                self.regret(&refusals);
            }
            Some(News::Refused(refusals)) => self.ended = Some(Ended::Refused(refusals)),
            Some(News::Failure) => self.ended = Some(Ended::Refused(vec![Refusal::of_all(&self.input.files)])),
        }
        true
    }

    /// Hears whether what queries are answered from is made; whether that is something to show.
    fn hear_of_index(&mut self) -> bool {
        match self.behind.preparing.as_ref().map(Preparing::result) {
            None | Some(Ok(None)) => return false,
            Some(Ok(Some(index))) => {
                self.behind.preparing = None;
                self.state.apply(Action::Answer(index));
                debug!("ready to search");
            }
            Some(Err(Failure)) => {
                self.ended = Some(Ended::Lost("the files could not be made ready to be searched".to_owned()))
            }
        }
        true
    }

    /// Shows what the files hold now, as long as it is not worse than what is shown.
    fn show(&mut self, (fresh, preparing): Loaded) {
        let _shown = debug_span!("show").entered();
        let before = Arc::clone(&self.state.content);
        if self.state.takes(&fresh.content) {
            self.wait_for(preparing);
        }
        self.replace(fresh);
        // To free what is large takes longer than a key may wait.
        if loader::are_long(&before.documents) {
            drop(thread::Builder::new().spawn(move || drop(before)));
        }
    }

    /// Lets queries wait for what they will be answered from, if it is being made.
    fn wait_for(&mut self, preparing: Option<Preparing>) {
        self.behind.preparing = preparing;
        if self.behind.preparing.is_some() {
            self.state.apply(Action::Prepare);
        }
    }

    /// Shows other content in the same place.
    fn replace(&mut self, fresh: Box<Fresh>) {
        // What was overwritten while it was read is no whole of what is shown.
        if self.state.progress.is_none() || !self.state.takes(&fresh.content) {
            self.state.apply(Action::Reload(fresh));
            return;
        }
        let has_stayed = self.origin == spot(&self.state) && self.state.mode() == Mode::Explore;
        // In what the files begin with the place may not have been.
        let way = has_stayed.then(|| self.behind.aim.way_anew(&fresh.content, |id| fresh.find(id)));
        match way.unwrap_or_else(|| Ok(Vec::new())) {
            Ok(way) => std::iter::once(Action::Load(fresh)).chain(way).for_each(|action| {
                self.state.apply(action);
            }),
            Err(message) => self.ended = Some(Ended::Lost(message)),
        }
    }
}

fn spot(state: &State) -> Spot {
    (state.selected, state.lens, state.reading)
}

/// A deed of the mouse as annals knows it; `None` for those that mean nothing to it.
fn point(event: MouseEvent) -> Option<Point> {
    let deed = match event.kind {
        MouseEventKind::Down(_) => Deed::Press,
        MouseEventKind::Drag(_) => Deed::Drag,
        MouseEventKind::ScrollUp => Deed::WheelUp,
        MouseEventKind::ScrollDown => Deed::WheelDown,
        _ => return None,
    };
    Some(Point { deed, column: event.column, row: event.row })
}

/// A key as annals knows it; `None` for those that mean nothing to it.
fn key(event: KeyEvent) -> Option<Key> {
    Some(match event.code {
        KeyCode::Char(letter) if event.modifiers.contains(KeyModifiers::CONTROL) => {
            Key::Ctrl(letter.to_ascii_lowercase())
        }
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}
