"""The system calls that a child is refused, since no notebook and no library needs them.

asyncio, sqlite, HDF5, pools of threads and TensorFlow use none of these; the standard library
takes another way where a call is "absent".
"""

from __future__ import annotations

import errno
import os
import socket

from grader.linux import kernel, seccomp
from grader.linux.seccomp import Never, Only, Rule

_CLONE_THREAD = 0x00010000  # linux/sched.h
_STREAM_OR_OTHER = 0xF  # the kinds of sockets, without the flags beside them; linux/net.h
_ASKS_FOR_ITSELF = 0x80000000  # set in a clock that counts for one process; posix-timers.h
_MAP_HUGETLB = 0x40000  # asm-generic/mman.h
# Of madvise(2): memory is compared with that of others, or put out for others to see.
_MERGEABLE, _COLD, _PAGEOUT = 12, 20, 21
# Of futex(2), with FUTEX_PRIVATE_FLAG among the bits: to wait where other processes can wake.
_WAIT, _WAIT_BITSET, _WAIT_REQUEUE_PI, _OPERATION = 0, 9, 11, 0xFF
# Of fcntl(2): descriptors and their flags, whether a file is locked, and how large a pipe is.
_DESCRIPTORS, _GET_LOCK, _DUP_CLOEXEC, _PIPE_SIZE = (0, 1, 2, 3, 4), (5, 36), 1030, 1032
_SET_LOCK = (6, 7, 37, 38)
# Of ioctl(2), asm-generic/ioctls.h: is it a terminal and how large, how much can be read, whether
# to wait, whether to keep it for the next program.
_IOCTLS = (0x5401, 0x802C542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
_SO_COOKIE, _SO_NETNS_COOKIE = 57, 71  # asm-generic/socket.h: numbers that are counted for all
# linux/prctl.h: to share memory, or a core of the processor, with others.
_PR_SCHED_CORE, _PR_SET_MEMORY_MERGE = 62, 67

_REFUSED = (
    # other programs
    "execve", "execveat", "fork", "vfork",
    # the network, names in the file system that other programs listen on, and descriptors in
    # flight, which the kernel counts for all processes of a user
    "socket", "connect", "bind", "listen", "accept", "accept4", "sendmsg", "sendmmsg",
    # other processes: their memory, descriptors, signals, priorities
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease",
    "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "kcmp", "tkill", "rt_sigqueueinfo",
    "rt_tgsigqueueinfo", "setpriority", "ioprio_set", "ioprio_get", "migrate_pages", "move_pages",
    "perf_event_open", "setpgid", "setsid", "get_robust_list",
    # memory and queues that outlive the process or escape its limits
    "memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "msgget", "msgsnd", "msgrcv",
    "msgctl", "semget", "semop", "semctl", "semtimedop", "mq_open", "mq_unlink",
    "add_key", "keyctl", "request_key",
    # attributes of files, whose size no limit counts
    "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr",
    # what other processes do with a file, and how much of it is in memory
    "inotify_init", "inotify_init1", "inotify_add_watch", "fanotify_init", "fanotify_mark",
    "mincore",
    # how much of the machine is in use
    "sysinfo", "ustat",
    # other users and privileges
    "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid",
    "setgroups", "capset", "personality",
    # the system: mounts, namespaces, modules, clocks
    "mount", "umount2", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
    "mount_setattr", "pivot_root", "chroot", "unshare", "setns", "name_to_handle_at",
    "open_by_handle_at", "bpf", "userfaultfd", "quotactl", "quotactl_fd",
    "acct", "swapon", "swapoff", "reboot", "kexec_load", "kexec_file_load", "init_module",
    "finit_module", "delete_module", "sethostname", "setdomainname", "settimeofday",
    "clock_settime", "clock_adjtime", "adjtimex", "syslog", "vhangup", "lookup_dcookie",
    "nfsservctl", "iopl", "ioperm", "modify_ldt",
)  # fmt: skip
# Hints and locks that libraries use and can do without: no other process has a file of the child's,
# and on files that every child can read they would be signals to others. Flushing all files would
# hold up the whole machine.
_PRETENDED = ("fadvise64", "readahead", "flock", "sync", "syncfs")
# Landlock has no rights for these: where other files can be seen, they would change the grader's
# own files or tell when these are used. Libraries that copy a file call them and need not succeed.
# Setting a file's times cannot be pretended: libraries learn from it whether the file exists.
_OF_ALL_FILES = (
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchown", "fchownat",
)  # fmt: skip
_ROOM_ON_DISKS = ("statfs", "fstatfs")  # refused where the disk is shared with others
# New forms of old calls, with flags that tell what is in memory; and other ways to give orders.
_ABSENT = (
    "clone3", "io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit",
    "io_getevents", "io_pgetevents", "io_cancel", "io_destroy", "preadv2", "pwritev2", "openat2",
    "cachestat", "futex_waitv",
)  # fmt: skip


def refuse(private: bool) -> None:  # noqa: FBT001 - called through a table of steps
    """Filter the calls of this process.

    Args:
        private: whether the process sees no files but its own and those that no process can
            change.

    Raises:
        OSError: the kernel does not allow it.
    """
    seccomp.install(
        _REFUSED if private else (*_REFUSED, *_ROOM_ON_DISKS),
        _rules(os.getpid()),
        _ABSENT,
        _PRETENDED if private else (*_PRETENDED, *_OF_ALL_FILES),
    )


def _rules(me: int) -> tuple[Rule, ...]:
    """The rules that depend on an argument.

    Args:
        me: the number of this process.
    """
    myself = (0, me)
    return (
        # A process that wakes waiters at a page of a shared library would see that one waits.
        # Waiting for the end of a thread, or at a semaphore, works by asking again and again.
        Never(
            "futex", 1, (_WAIT, _WAIT_BITSET, _WAIT_REQUEUE_PI), _OPERATION, answer=errno.EAGAIN
        ),
        Only("mmap", 3, (0,), mask=_MAP_HUGETLB),  # the machine has so many in all
        Never("madvise", 2, (_MERGEABLE, _COLD, _PAGEOUT), answer=0),
        Only("clock_gettime", 0, (0,), mask=_ASKS_FOR_ITSELF),
        Only("clone", 0, (_CLONE_THREAD,), mask=_CLONE_THREAD),
        Only("kill", 0, (me,)),
        Only("tgkill", 0, (me,)),
        Only("prlimit64", 0, (0,)),
        *(
            Only(name, 0, myself)
            for name in (
                "sched_getattr", "sched_getparam", "sched_getscheduler", "sched_rr_get_interval",
                "getpgid", "getsid",
            )
        ),
        *(
            Only(name, 0, (0,))
            for name in (
                "sched_setaffinity", "sched_setattr", "sched_setparam", "sched_setscheduler",
            )
        ),
        Only("getpriority", 0, (0,)),
        Only("getpriority", 1, myself),
        # A pair of streams has no other ends than these two: asyncio wakes itself up with it.
        Only("socketpair", 0, (socket.AF_UNIX,)),
        Only("socketpair", 1, (socket.SOCK_STREAM,), mask=_STREAM_OR_OTHER),
        Never("getsockopt", 2, (_SO_COOKIE, _SO_NETNS_COOKIE)),
        Never("fcntl", 1, _SET_LOCK, answer=0),
        Only("fcntl", 1, (*_DESCRIPTORS, *_GET_LOCK, _DUP_CLOEXEC, _PIPE_SIZE)),
        Only("ioctl", 1, _IOCTLS),
        Never(
            "prctl",
            0,
            (
                kernel.PR_SET_PDEATHSIG,
                kernel.PR_SET_DUMPABLE,
                kernel.PR_SET_MM,
                _PR_SCHED_CORE,
                _PR_SET_MEMORY_MERGE,
            ),
        ),
    )  # fmt: skip
