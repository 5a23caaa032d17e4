//! Guests over the real OpenSSH server: they get the explorer, and nothing more, whatever they ask for.

use crate::server::Server;
use crate::session::{End, Session, kill};
use rustix::process::Signal;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_secs(10);

/// How many guests come at once.
const GUESTS: usize = 100;

#[test]
fn the_server_runs_the_explorer_and_nothing_else() {
    let Some(server) = Server::start(1) else { return };
    explore(&server);
    commands_are_not_run(&server);
    files_are_not_carried(&server);
    nothing_is_forwarded(&server);
    variables_stay_outside(&server);
    the_account_is_shut_on_the_host(&server);
    a_killed_client_leaves_nothing(&server);
    many_guests_are_answered(&server);
}

#[test]
fn in_an_empty_chroot_the_program_is_the_login_shell() {
    let Some(server) = Server::start(2) else { return };
    let brought = Command::new("sh").args(["-c", LIBRARIES, "sh"]).arg(&server.folder).status();
    assert!(brought.expect("a shell").success(), "the libraries of a program that is not static");
    explore(&server);
    commands_are_not_run(&server);
    files_are_not_carried(&server);
    variables_stay_outside(&server);
    the_account_is_shut_on_the_host(&server);
    a_killed_client_leaves_nothing(&server);
}

/// Brings a program's libraries into the folder that it lies in; a static program has none.
const LIBRARIES: &str = r#"ldd "$1/annals" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "$1$(dirname "$library")" && cp -L "$library" "$1$library" || exit 1
done"#;

fn explore(server: &Server) {
    let mut session = server.guest(&["-t", "HOST"], &[]);
    assert!(session.text().contains("Guiyang and its friends abroad"), "{}", session.text());
    let before = session.text();
    assert_ne!(session.press("jj"), before);
    assert!(!session.press("?").contains("suspend"), "{}", session.text());
    session.keys("\x1bq");
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
    server.wait_for_nobody(SOON);
}

fn commands_are_not_run(server: &Server) {
    for command in ["id", "echo owned; id", "$(id)", "--help", "annals export --to json", "/bin/sh -i"] {
        let mut session = server.guest(&["-t", "--", "HOST", command], &[]);
        assert!(session.text().contains("Guiyang and its friends abroad"), "{command}: {}", session.text());
        session.keys("q");
        assert_eq!(session.end(SOON), End::Status(0), "{command}");
        let output = run(server, "ssh", &["-T", "--", "HOST", command], "id\n");
        assert_one_line(&output, command);
    }
    assert_one_line(&run(server, "ssh", &["-T", "HOST"], "id\n"), "no command");
}

/// Without a terminal there is one line, and status 1.
fn assert_one_line(output: &Output, what: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{what}: {told}");
    assert_eq!((output.stdout.len(), told.lines().count()), (0, 1), "{what}: {told}");
    assert!(told.contains("ssh -t"), "{what}: {told}");
}

fn files_are_not_carried(server: &Server) {
    let taken = server.folder.join("taken");
    let to = taken.to_str().expect("UTF-8");
    let put = format!("HOST:/tmp/{}", server.account);
    for (program, arguments) in [
        ("scp", ["HOST:/etc/passwd", to].as_slice()),
        ("scp", &["-O", "HOST:/etc/passwd", to]),
        ("scp", &["/etc/hostname", &put]),
        ("scp", &["-O", "/etc/hostname", &put]),
        ("sftp", &["-b", "-", "HOST"]),
        ("ssh", &["-s", "HOST", "sftp"]),
    ] {
        let output = run(server, program, arguments, "get /etc/passwd\n");
        assert!(!output.status.success(), "{program} {arguments:?}");
        assert!(!String::from_utf8_lossy(&output.stdout).contains("root:"), "{program} {arguments:?}");
        assert!(!taken.exists(), "{program} {arguments:?}");
    }
    assert!(!std::path::Path::new("/tmp").join(&server.account).exists());
}

fn nothing_is_forwarded(server: &Server) {
    // Something that greets, and that nobody may reach through the server.
    let behind = TcpListener::bind("127.0.0.1:0").expect("a port");
    let behind_port = behind.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in behind.incoming().flatten() {
            let mut stream = stream;
            stream.write_all(b"reached").unwrap_or_default();
        }
    });
    let target = format!("127.0.0.1:{behind_port}");
    let output = run(server, "ssh", &["-W", &target, "HOST"], "");
    assert!(!output.status.success() && output.stdout.is_empty(), "-W: {output:?}");
    let remote = format!("127.0.0.1:{}:{target}", free_port());
    let output = run(server, "ssh", &["-N", "-o", "ExitOnForwardFailure=yes", "-R", &remote, "HOST"], "");
    assert_eq!(output.status.code(), Some(255), "-R: {output:?}");
    let (local, socks) = (free_port(), free_port());
    let local_option = format!("127.0.0.1:{local}:{target}");
    let socks_option = format!("127.0.0.1:{socks}");
    let mut client = spawn(server, "ssh", &["-N", "-L", &local_option, "-D", &socks_option, "HOST"]);
    assert_eq!(said_by(local, b""), b"", "-L");
    let mut ask = b"\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01".to_vec();
    ask.extend(behind_port.to_be_bytes());
    let said = said_by(socks, &ask);
    assert!(!said.windows(7).any(|window| window == b"reached"), "-D: {said:?}");
    client.kill().expect("the client ends");
    client.wait().expect("the client has ended");
}

/// What a port of this machine says until it closes; it is one of a client that is starting.
fn said_by(port: u16, ask: &[u8]) -> Vec<u8> {
    let deadline = Instant::now() + SOON;
    let mut stream = loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => break stream,
            Err(error) => assert!(Instant::now() < deadline, "{error}"),
        }
    };
    stream.set_read_timeout(Some(SOON)).expect("a timeout");
    stream.write_all(ask).expect("it takes the question");
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap_or_default();
    said
}

fn variables_stay_outside(server: &Server) {
    let evil = "\x1b]0;owned\x07\x1b[31m";
    let variables = [
        ("TERM", "xterm\x1b]0;owned\x07"),
        ("LANG", "zh_CN.UTF-8"),
        ("LC_ALL", evil),
        ("LC_MESSAGES", evil),
        ("LD_PRELOAD", ""),
        ("EDITOR", "owned"),
        ("LESSOPEN", "|owned %s"),
        ("NO_COLOR", "owned"),
    ];
    let names = "SendEnv=LANG LC_* LD_PRELOAD EDITOR LESSOPEN NO_COLOR";
    let mut session = server.guest(&["-t", "-o", names, "-o", "SetEnv=LD_PRELOAD=/tmp/owned.so", "HOST"], &variables);
    assert!(session.text().contains("Guiyang and its friends abroad"), "{}", session.text());
    let processes = server.processes();
    let (pid, _) = processes.iter().find(|(_, name)| name == "annals").expect("the explorer runs");
    let environment = fs::read(format!("/proc/{pid}/environ")).expect("its environment");
    let environment = String::from_utf8_lossy(&environment);
    for variable in environment.split('\0').filter(|variable| !variable.starts_with("TERM=")) {
        assert!(!variable.contains("owned") && !variable.contains("zh_CN"), "{variable:?}");
    }
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    let sent = String::from_utf8_lossy(&session.bytes).into_owned();
    assert!(!sent.contains("owned") && !sent.contains('\x07'), "{sent:?}");
}

/// Somebody with an account of their own on the host becomes the guest without a password: no more than a guest.
fn the_account_is_shut_on_the_host(server: &Server) {
    let account = server.account.as_str();
    for arguments in [
        ["-c", "id", account].as_slice(),
        &["-l", "-c", "id", account],
        &["-s", "/bin/sh", "-c", "id", account],
        &["-m", account, "-c", "id"],
        &[account, "list"],
        &["--", account, "--help"],
    ] {
        let mut become_guest = Command::new("setpriv");
        become_guest.args(["--reuid=65534", "--regid=65534", "--clear-groups", "su"]).args(arguments);
        let become_guest = become_guest.env("SHELL", "/bin/sh").stdin(Stdio::null()).output().expect("setpriv");
        let told = String::from_utf8_lossy(&become_guest.stderr);
        assert!(!become_guest.status.success() && become_guest.stdout.is_empty(), "su {arguments:?}: {become_guest:?}");
        assert!(told.contains("ssh -t") || told.contains("/annals"), "su {arguments:?}: {told}");
    }
}

fn a_killed_client_leaves_nothing(server: &Server) {
    server.wait_for_nobody(SOON);
    let mut session = server.guest(&["-t", "HOST"], &[]);
    assert!(!server.processes().is_empty());
    kill(session.pid(), Signal::KILL);
    let gone = server.wait_for_nobody(Duration::from_secs(2));
    session.end(SOON);
    println!("a killed client's processes are gone after {} ms", gone.as_millis());
}

fn many_guests_are_answered(server: &Server) {
    // All at once: so many may be on their way in.
    let coming: Vec<Session> = (0..GUESTS).map(|_| connect(server)).collect();
    let mut guests: Vec<Session> = coming.into_iter().map(Session::ready).collect();
    let memory = |pids: &[u32]| pids.iter().copied().filter_map(proportional_kilobytes).sum::<u64>() / GUESTS as u64;
    let explorers: Vec<u32> =
        server.processes().into_iter().filter(|process| process.1 == "annals").map(|process| process.0).collect();
    assert_eq!(explorers.len(), GUESTS);
    let (own, servants) = (memory(&explorers), memory(&server.servants()));
    println!("memory per guest: {own} kB of the explorer, {servants} kB of the server");
    let start = Instant::now();
    guests.iter_mut().for_each(|guest| guest.keys("j"));
    let mut answered = vec![None; guests.len()];
    while answered.iter().any(Option::is_none) {
        assert!(start.elapsed() < SOON, "{} guests wait", answered.iter().filter(|at| at.is_none()).count());
        for (guest, at) in guests.iter_mut().zip(&mut answered).filter(|(_, at)| at.is_none()) {
            *at = guest.pump(Duration::ZERO).then(|| start.elapsed());
        }
    }
    let slowest = answered.into_iter().flatten().max().unwrap_or_default();
    println!("{GUESTS} guests press a key at once: the last is answered after {} ms", slowest.as_millis());
    assert!(slowest < Duration::from_secs(1), "{slowest:?}");
    guests.iter().for_each(|guest| kill(guest.pid(), Signal::KILL));
    let gone = server.wait_for_nobody(Duration::from_secs(5));
    drop(guests);
    println!("of {GUESTS} killed clients nothing is left after {} ms", gone.as_millis());
}

fn connect(server: &Server) -> Session {
    let command = server.client("ssh", &["-t", "HOST"]);
    let command: Vec<&str> = command.iter().map(String::as_str).collect();
    Session::run(&command, (80, 30), &[])
}

/// A process's memory, with its share of what it has in common with others.
fn proportional_kilobytes(pid: u32) -> Option<u64> {
    let told = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    told.lines().find_map(|line| line.strip_prefix("Pss:"))?.split_whitespace().next()?.parse().ok()
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

fn spawn(server: &Server, program: &str, arguments: &[&str]) -> Child {
    let command = server.client(program, arguments);
    let mut client = Command::new(&command[0]);
    client.args(&command[1..]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    client.spawn().expect("the client starts")
}

/// A client without a terminal, which gets this input and must end soon.
fn run(server: &Server, program: &str, arguments: &[&str], input: &str) -> Output {
    let mut client = spawn(server, program, arguments);
    client.stdin.take().expect("a pipe").write_all(input.as_bytes()).unwrap_or_default();
    let deadline = Instant::now() + SOON;
    while client.try_wait().expect("a status").is_none() {
        if Instant::now() > deadline {
            client.kill().unwrap_or_default();
            panic!("{program} {arguments:?} goes on");
        }
        std::thread::yield_now();
    }
    client.wait_with_output().expect("its output")
}
