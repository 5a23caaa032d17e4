//! What the host's OpenSSH server and systemd are told, line by line, each with its reason.
//!
//! `@ANNALS@` stands for where this program lies.

/// A setting, and why it is there.
pub type Setting = (&'static str, &'static str);

/// A way of letting guests in.
#[derive(Debug)]
pub struct Way {
    /// What it is called, and what speaks for it.
    pub heading: &'static str,
    /// Commands that make the account, for root.
    pub account: &'static [Setting],
    /// What it adds to [`GUEST`].
    pub own: &'static [Setting],
}

/// The name of the account in commands and settings.
pub const ACCOUNT: &str = "annals";

/// Where the settings of the server go.
pub const SERVER_FILE: &str = "/etc/ssh/annals.conf";

/// Where the unit goes.
pub const UNIT_FILE: &str = "/etc/systemd/system/annals.service";

/// The two ways.
pub const WAYS: [Way; 2] = [
    Way {
        heading: "ForceCommand: whatever a guest asks for, the server runs the explorer",
        account: &[
            (
                "install -m 755 /dev/stdin /usr/local/bin/annals-guest <<'end'\n#!/bin/sh\nexec @ANNALS@ --guest\nend",
                "the one thing that the account ever runs, from where it can reach the program: not from a home; more \
                 options and files of yours go behind --guest, such as --lang zh",
            ),
            (
                "useradd --system --no-create-home --home-dir / --shell /usr/local/bin/annals-guest annals",
                "no home, so no files of the guest's own; as the login shell the script looks at no argument, so \
                 that who becomes annals with su is a guest too; keep it out of /etc/shells",
            ),
            ("passwd --delete annals", "anyone may come in; all that the account can do is explore"),
        ],
        own: &[("ForceCommand /usr/local/bin/annals-guest", "the same script, whatever a client asks for")],
    },
    Way {
        heading: "chroot: the program is the login shell in a folder that holds nothing else",
        account: &[
            ("rustup target add x86_64-unknown-linux-musl", "a program that needs no library beside it ..."),
            ("cargo build --release --target x86_64-unknown-linux-musl", "... since the folder has none"),
            ("install -d -o root -g root -m 755 /srv/annals", "the server wants it root's, and all above it too"),
            (
                "install -o root -m 755 target/x86_64-unknown-linux-musl/release/annals /srv/annals/annals",
                "the only file; /srv/annals/events.toml beside it would be shown instead of the built-in chronology",
            ),
            (
                "useradd --system --no-create-home --home-dir / --shell /annals annals",
                "as a login shell it takes everybody for a guest, and looks at no command; useradd warns that it is \
                 missing, since it lies in the folder alone, where su does not find it",
            ),
            ("passwd --delete annals", "anyone may come in through the server; all that the account can do is explore"),
        ],
        own: &[("ChrootDirectory /srv/annals", "the guest's process sees this folder and nothing of the host")],
    },
];

/// The head of a server of its own: the host's sshd stays as it is.
pub const SERVER: &[Setting] = &[
    ("Port 2222", "a port of its own; forward 22 to it where guests should need no -p"),
    ("HostKey /etc/ssh/ssh_host_ed25519_key", "the host's key, by which guests know it again"),
    ("PidFile none", "systemd keeps track of it"),
    ("AllowUsers annals", "nobody else comes in by this door"),
    ("UsePAM no", "no motd, mail or environment files, and no second opinion on the empty password"),
    ("PrintMotd no", "nothing before the first frame"),
    ("PrintLastLog no", "nothing of the guest who was here before"),
    ("PermitUserEnvironment no", "no variables out of files"),
    ("LoginGraceTime 20", "who has not come in by then is cut off"),
    ("MaxStartups 100:30:300", "of those who are still coming in, more than 100 are dropped at random"),
    ("PerSourceMaxStartups 100", "and no address has more than 100 of them, which is a class behind one router"),
    ("UseDNS no", "no look-up that could keep a guest waiting"),
];

/// What holds for the guests' account. There is no AcceptEnv: the stock one lets LANG and LC_*
/// through with any bytes in them.
pub const GUEST: &[Setting] = &[
    ("AuthenticationMethods none", "no key and no password is asked for ..."),
    ("PermitEmptyPasswords yes", "... which counts as an empty one"),
    ("PermitTTY yes", "the explorer needs a terminal"),
    ("PermitUserRC no", "no script of the guest's is run"),
    ("DisableForwarding yes", "no ports, agent, X11 or tunnel: -L, -R, -D and -W lead nowhere"),
    ("MaxAuthTries 2", "no guessing at anything"),
    ("MaxSessions 1", "one explorer a connection"),
    ("ClientAliveInterval 15", "asks a silent client ..."),
    ("ClientAliveCountMax 2", "... and after 30 seconds without an answer ends its session"),
    (
        "ChannelTimeout session:*=30m",
        "for clients that answer but move nothing; the explorer itself says good-bye earlier. This line and the \
         next want OpenSSH 9.2",
    ),
    ("UnusedConnectionTimeout 30s", "a connection without a session is not kept"),
];

/// The sections of the unit.
pub const UNIT: &[(&str, &[Setting])] = &[
    (
        "Unit",
        &[
            ("Description=annals for guests over SSH", "what systemctl calls it"),
            ("After=network.target", "there must be an address to listen at"),
        ],
    ),
    (
        "Service",
        &[
            ("RuntimeDirectory=sshd", "the server wants /run/sshd for the part of it that has no rights ..."),
            ("RuntimeDirectoryPreserve=yes", "... and the host's own server needs it too"),
            (
                "ExecStartPre=/usr/sbin/sshd -t -f /etc/ssh/annals.conf",
                "a mistake in the settings is told at the start",
            ),
            ("ExecStart=/usr/sbin/sshd -D -e -f /etc/ssh/annals.conf", "in the foreground, its log to the journal"),
            ("Restart=on-failure", "it comes back by itself"),
            ("TasksMax=2000", "300 guests are some 1,200 processes and threads"),
            ("MemoryMax=2G", "300 guests need less; nothing of the host goes beyond it"),
            ("CPUQuota=100%", "guests together have one core"),
            ("ProtectSystem=strict", "nothing of the host can be written"),
            ("ProtectHome=yes", "nothing of its users can be read"),
            ("PrivateTmp=yes", "no shared folder for temporary files"),
            ("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "no other kind of network"),
        ],
    ),
    ("Install", &[("WantedBy=multi-user.target", "it starts with the machine")]),
];
