//! The real OpenSSH server on a port of the loopback, set up as `annals guest-setup` says.
//!
//! It needs root, for an account of its own and for another user's processes. All that it makes
//! is taken away again, and what it starts is ended by its process id.

use crate::session::{ANNALS, Session};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where the server's program lies; it wants to be called by its whole name.
const SSHD: &str = "/usr/sbin/sshd";

/// The script that the first way runs.
const SCRIPT: &str = "/usr/local/bin/annals-guest";

/// How long the server may take to start, and to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server with an account for guests.
pub struct Server {
    /// Everything of the test; root's, all the way up, as a chroot must be.
    pub folder: PathBuf,
    /// The guests' account.
    pub account: String,
    /// The loopback port.
    pub port: u16,
    /// The server's process.
    pub process: Option<Child>,
}

/// What a server cannot be set up without, if it is not there.
fn missing() -> Option<&'static str> {
    if !rustix::process::geteuid().is_root() {
        return Some("root");
    }
    let is_there =
        |program: &str| ["/usr/sbin", "/usr/bin"].iter().any(|folder| Path::new(folder).join(program).exists());
    ["sshd", "ssh", "ssh-keygen", "scp", "sftp", "useradd", "userdel", "passwd"]
        .into_iter()
        .find(|program| !is_there(program))
}

/// The sections of `annals guest-setup` for one way: the commands, the server's settings.
fn sections(annals: &Path, way: usize) -> (String, String) {
    let output = Command::new(annals).arg("guest-setup").output().expect("it starts");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let own = text.split("\n# Way ").nth(way).expect("the way");
    let own = own.split("\n# Either way").next().expect("its text");
    let section = |name: &str| {
        let (_, rest) = own.split_once(&format!("==> {name} <==\n")).expect("a section");
        rest.split("\n==> ").next().expect("its text").to_owned()
    };
    (section("run as root"), section("/etc/ssh/annals.conf"))
}

impl Server {
    /// Sets a server up in one of the two ways and starts it. Without root or a server it
    /// says what is left out.
    pub fn start(way: usize) -> Option<Self> {
        if let Some(missing) = missing() {
            println!("left out: guests over SSH, since there is no {missing}");
            return None;
        }
        let account = format!("annals-{way}-{}", std::process::id());
        let folder = PathBuf::from("/srv").join(&account);
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let mut server = Self { folder, account, port: free.expect("a port").port(), process: None };
        fs::create_dir_all(&server.folder).expect("a folder");
        // It wants this folder for the part of it that has no rights, and no service has made it here.
        fs::create_dir_all("/run/sshd").expect("a folder");
        let annals = server.folder.join("annals");
        fs::copy(ANNALS, &annals).expect("a copy of the program");
        let (commands, settings) = sections(&annals, way);
        server.make_account(&commands);
        server.configure(&settings);
        server.process = Some(server.launch());
        Some(server)
    }

    /// Carries out the commands as they are, but those that build the program and bring it into the folder.
    fn make_account(&self, commands: &str) {
        let is_done =
            |line: &&str| ["rustup", "cargo", "install -d", "install -o"].iter().any(|done| line.starts_with(done));
        let commands: String = commands.lines().filter(|line| !is_done(line)).map(|line| format!("{line}\n")).collect();
        let own = self.with_own_script(&commands).replace(" annals\n", &format!(" {}\n", self.account));
        let output = Command::new("sh").args(["-e", "-c", &own]).output().expect("a shell");
        assert!(output.status.success(), "{own}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// The text with a script in the test's folder instead of the host's.
    fn with_own_script(&self, text: &str) -> String {
        text.replace(SCRIPT, &self.folder.join("annals-guest").to_string_lossy())
    }

    /// Writes the settings as they are, behind those that make them a test's.
    fn configure(&self, settings: &str) {
        let key = self.folder.join("key");
        let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status();
        assert!(made.expect("ssh-keygen").success());
        let own = self
            .with_own_script(settings)
            .replace("AllowUsers annals\n", &format!("AllowUsers {}\n", self.account))
            .replace("Match User annals\n", &format!("Match User {}\n", self.account))
            .replace("HostKey /etc/ssh/ssh_host_ed25519_key\n", &format!("HostKey {}\n", key.display()))
            .replace("ChrootDirectory /srv/annals\n", &format!("ChrootDirectory {}\n", self.folder.display()));
        let text = format!("ListenAddress 127.0.0.1:{}\n{own}", self.port);
        fs::write(self.folder.join("sshd.conf"), text).expect("written");
    }

    fn launch(&self) -> Child {
        let log = fs::File::create(self.log()).expect("a log");
        let mut command = Command::new(SSHD);
        command.args(["-D", "-e", "-f"]).arg(self.folder.join("sshd.conf"));
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().expect("sshd starts");
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let log = fs::read_to_string(self.log()).unwrap_or_default();
            assert!(Instant::now() < deadline, "no server on port {}: {log}", self.port);
            std::thread::yield_now();
        }
        child
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// A client of this server: its program, options, and whatever comes with them. The host stands last.
    pub fn client(&self, program: &str, arguments: &[&str]) -> Vec<String> {
        let port = if program == "ssh" { "-p" } else { "-P" };
        let mut command = vec![program.to_owned(), "-F".into(), "none".into(), port.into(), self.port.to_string()];
        for option in [
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
            "BatchMode=yes",
            "ConnectTimeout=10",
        ] {
            command.extend(["-o".to_owned(), option.to_owned()]);
        }
        command.extend(arguments.iter().map(|argument| argument.replace("HOST", &self.host())));
        command
    }

    /// The account at the server's address.
    pub fn host(&self) -> String {
        format!("{}@127.0.0.1", self.account)
    }

    /// A guest at a terminal, who sees the first frame.
    pub fn guest(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Session {
        let command = self.client("ssh", arguments);
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        Session::run(&command, (80, 30), variables).ready()
    }

    /// The processes of the account, each with its program.
    pub fn processes(&self) -> Vec<(u32, String)> {
        let Some(user) = self.user() else { return Vec::new() };
        let pids = fs::read_dir("/proc").expect("processes").flatten();
        let pids = pids.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        let own = pids.filter_map(|pid| {
            let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
            let uid = status.lines().find_map(|line| line.strip_prefix("Uid:"))?.split_whitespace().next()?;
            let name = status.lines().find_map(|line| line.strip_prefix("Name:"))?.trim();
            (uid == user && !status.contains("State:\tZ")).then(|| (pid, name.to_owned()))
        });
        own.collect()
    }

    /// The processes that the server has started for its guests, but not those that are theirs.
    pub fn servants(&self) -> Vec<u32> {
        let server = self.process.as_ref().map(Child::id).unwrap_or_default();
        let children = |pid: u32| {
            let told = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
            told.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<u32>>()
        };
        let own: Vec<u32> = children(server);
        own.iter().flat_map(|&pid| children(pid)).chain(own.iter().copied()).collect()
    }

    /// The account's number.
    fn user(&self) -> Option<String> {
        let users = fs::read_to_string("/etc/passwd").ok()?;
        let line = users.lines().find(|line| line.split(':').next() == Some(&self.account))?;
        line.split(':').nth(2).map(str::to_owned)
    }

    /// Waits until the account has no process any more, and tells after how long.
    pub fn wait_for_nobody(&self, within: Duration) -> Duration {
        let start = Instant::now();
        while !self.processes().is_empty() {
            assert!(start.elapsed() < within, "after {within:?} there is {:?}", self.processes());
            std::thread::yield_now();
        }
        start.elapsed()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().unwrap_or_default();
            drop(process.wait());
        }
        for (pid, _) in self.processes() {
            crate::session::kill(pid, rustix::process::Signal::KILL);
        }
        drop(Command::new("userdel").args(["--force", &self.account]).stderr(Stdio::null()).status());
        fs::remove_dir_all(&self.folder).unwrap_or_default();
    }
}
