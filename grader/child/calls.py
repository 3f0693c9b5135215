"""The calls of the kernel that no notebook needs. What libraries need goes on working.

asyncio, sqlite, HDF5, pools of threads and TensorFlow use none of these; the standard library
takes another way where a call is "absent".
"""

from __future__ import annotations

import os
import socket

from grader.linux import kernel, seccomp
from grader.linux.seccomp import Never, Only

_CLONE_THREAD = 0x00010000  # linux/sched.h
_STREAM_OR_OTHER = 0xF  # the kinds of sockets, without the flags beside them; linux/net.h
# fcntl(2): whom the kernel shall signal when something can be read, and with which signal.
_F_SETOWN, _F_SETSIG, _F_SETOWN_EX = 8, 10, 15
# asm-generic/sockios.h and ioctls.h: the same by ioctl(2), and typing into a terminal.
_FIOSETOWN, _SIOCSPGRP, _TIOCSTI, _TIOCLINUX = 0x8901, 0x8902, 0x5412, 0x541C

_REFUSED = (
    # other programs
    "execve", "execveat", "fork", "vfork",
    # the network, and names in the file system that other programs listen on
    "socket", "connect", "bind", "listen", "accept", "accept4", "sendmmsg",
    # other processes: their memory, descriptors, signals, priorities
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease",
    "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "kcmp", "tkill", "rt_sigqueueinfo",
    "rt_tgsigqueueinfo", "setpriority", "ioprio_set", "migrate_pages", "move_pages",
    "perf_event_open", "setpgid", "setsid",
    # memory and queues that outlive the process or escape its limits
    "memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "msgget", "msgsnd", "msgrcv",
    "msgctl", "semget", "semop", "semctl", "semtimedop", "mq_open", "mq_unlink",
    "add_key", "keyctl", "request_key",
    # what is kept in no file and so counted by nobody
    "setxattr", "lsetxattr", "fsetxattr",
    # other users and privileges
    "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid",
    "setgroups", "capset", "personality",
    # the system: mounts, namespaces, modules, clocks
    "mount", "umount2", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
    "mount_setattr", "pivot_root", "chroot", "unshare", "setns", "name_to_handle_at",
    "open_by_handle_at", "fanotify_init", "bpf", "userfaultfd", "quotactl", "quotactl_fd",
    "acct", "swapon", "swapoff", "reboot", "kexec_load", "kexec_file_load", "init_module",
    "finit_module", "delete_module", "sethostname", "setdomainname", "settimeofday",
    "clock_settime", "clock_adjtime", "adjtimex", "syslog", "vhangup", "lookup_dcookie",
    "nfsservctl", "iopl", "ioperm", "modify_ldt",
)  # fmt: skip
# Landlock has no rights for these: where other files can be seen, they would change the grader's
# own or tell when they are used. Libraries that copy a file call them and need not succeed. Times
# cannot be kept like this: whoever sets them wants to know whether there is a file.
_OF_ALL_FILES = (
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchown", "fchownat",
)  # fmt: skip
_WATCHES = ("inotify_init", "inotify_init1")
_ABSENT = ("clone3", "io_uring_setup", "io_uring_enter", "io_uring_register")


def refuse(private: bool) -> None:  # noqa: FBT001 - called through a table of steps
    """Filter the calls of this process.

    Args:
        private: whether it sees no files but its own and those that nobody can change.

    Raises:
        OSError: the kernel does not allow it.
    """
    me = os.getpid()
    seccomp.install(
        _REFUSED if private else (*_REFUSED, *_WATCHES),
        (
            Only("clone", 0, _CLONE_THREAD, mask=_CLONE_THREAD),
            Only("kill", 0, me),
            Only("tgkill", 0, me),
            Only("prlimit64", 0, 0),
            Only("sched_setaffinity", 0, 0),
            Only("sched_setattr", 0, 0),
            Only("sched_setparam", 0, 0),
            Only("sched_setscheduler", 0, 0),
            # A pair of streams has no other ends than these two: asyncio wakes itself up with it.
            Only("socketpair", 0, socket.AF_UNIX),
            Only("socketpair", 1, socket.SOCK_STREAM, mask=_STREAM_OR_OTHER),
            Never("fcntl", 1, (_F_SETOWN, _F_SETSIG, _F_SETOWN_EX)),
            Never("ioctl", 1, (_FIOSETOWN, _SIOCSPGRP, _TIOCSTI, _TIOCLINUX)),
            Never("prctl", 0, (kernel.PR_SET_PDEATHSIG, kernel.PR_SET_DUMPABLE, kernel.PR_SET_MM)),
        ),
        _ABSENT,
        () if private else _OF_ALL_FILES,
    )
