//! A word to the host, where only the host reads it: in the system's log.

use std::os::unix::net::UnixDatagram;
use std::process;

/// Where the system's log listens. In a chroot there is one only if the host has put it there.
const SOCKET: &str = "/dev/log";

/// A warning about who may do what: facility 4, severity 4.
const AUTH_WARNING: u8 = 4 * 8 + 4;

/// Tells the host something. Where nobody listens it is lost: a guest is the last who should read it.
pub fn warn(message: &str) {
    let line = format!("<{AUTH_WARNING}>annals[{}]: {message}", process::id());
    let sent = UnixDatagram::unbound().and_then(|socket| {
        socket.set_nonblocking(true)?;
        socket.send_to(line.as_bytes(), SOCKET)
    });
    drop(sent);
}
