/*
 * sandbox - Landlock and seccomp by their system calls; no other file knows of either.
 *
 * The filter of calls names what is refused, not what is allowed: a C library of tomorrow that
 * needs another harmless call still works.  Files are Landlock's: it judges what a path
 * leads to, which a filter of calls cannot see.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cli/sandbox.h"

#if defined SANDBOX && defined __linux__

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <linux/seccomp.h>

#if defined __x86_64__
enum { MACHINE = (int)AUDIT_ARCH_X86_64, OTHER_CALLS = 0x40000000 };    /* x32 */
#elif defined __aarch64__
enum { MACHINE = (int)AUDIT_ARCH_AARCH64, OTHER_CALLS = 0x40000000 };
#elif defined __riscv && __riscv_xlen == 64
enum { MACHINE = (int)AUDIT_ARCH_RISCV64, OTHER_CALLS = 0x40000000 };
#else
enum { MACHINE = 0, OTHER_CALLS = 0 };
#endif

/* Numbers that headers of an older kernel lack; from 424 on all machines have the same. */
enum { IO_URING_SETUP = 425, PIDFD_OPEN = 434, CLONE3 = 435, PIDFD_GETFD = 438 };

static const int refused[] = {
	/* the network, and whom one can talk to on this machine */
	SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
	SYS_sendto, SYS_sendmsg, SYS_sendmmsg,
	/* other programs and processes; raise() is tgkill */
	SYS_execve, SYS_execveat, SYS_kill, SYS_tkill, SYS_ptrace, SYS_process_vm_readv,
	SYS_process_vm_writev, PIDFD_OPEN, PIDFD_GETFD,
#ifdef SYS_fork
	SYS_fork, SYS_vfork,
#endif
	/* calls by another door, files by another name, other views of the system */
	IO_URING_SETUP, SYS_truncate, SYS_open_by_handle_at, SYS_mount, SYS_umount2, SYS_chroot,
	SYS_pivot_root, SYS_unshare, SYS_setns, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_keyctl,
	SYS_add_key, SYS_request_key, SYS_kexec_load, SYS_init_module, SYS_finit_module
};

enum { REFUSED = sizeof refused / sizeof *refused, MOST = 2 * REFUSED + 16 };

struct program {
	struct sock_filter line[MOST];
	unsigned short n;
};

static void
put(struct program *p, unsigned code, uint32_t k, unsigned yes, unsigned no)
{
	p->line[p->n++] = (struct sock_filter){ (uint16_t)code, (uint8_t)yes, (uint8_t)no, k };
}

static void
load(struct program *p, size_t offset)
{
	put(p, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

/* What is loaded, if it compares with k, ends here. */
static void
answer(struct program *p, unsigned compare, uint32_t k, uint32_t verdict)
{
	put(p, BPF_JMP | compare | BPF_K, k, 0, 1);
	put(p, BPF_RET | BPF_K, verdict, 0, 0);
}

void
sandbox_calls(void)
{
	const uint32_t no = SECCOMP_RET_ERRNO | EPERM, missing = SECCOMP_RET_ERRNO | ENOSYS;
	struct program p = { .n = 0 };
	struct sock_fprog all;
	size_t i;

	if (MACHINE == 0)
		return;
	load(&p, offsetof(struct seccomp_data, arch));
	put(&p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)MACHINE, 1, 0);
	put(&p, BPF_RET | BPF_K, no, 0, 0);
	load(&p, offsetof(struct seccomp_data, nr));
	answer(&p, BPF_JGE, OTHER_CALLS, no);
	for (i = 0; i < REFUSED; i++)
		answer(&p, BPF_JEQ, (uint32_t)refused[i], no);
	/* Threads are made by clone with that flag.  A filter cannot see the flags of clone3; the C
	 * library asks for the other when it is told that there is none. */
	answer(&p, BPF_JEQ, CLONE3, missing);
	put(&p, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3);
	load(&p, offsetof(struct seccomp_data, args));
	put(&p, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0);
	put(&p, BPF_RET | BPF_K, no, 0, 0);
	put(&p, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
	all = (struct sock_fprog){ p.n, p.line };
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &all);
}

/* Rights that newer kernels know, in order of their version of Landlock. */
enum { RIGHTS_1 = 13, RIGHTS_2 = 14, RIGHTS_3 = 15, RIGHTS_5 = 16 };

static uint64_t
all_rights(long version)
{
	int n = version >= 5 ? RIGHTS_5 : version >= 3 ? RIGHTS_3 : version == 2 ? RIGHTS_2 : RIGHTS_1;

	return ((uint64_t)1 << n) - 1;
}

static uint64_t
rights_of(enum sandbox_use use, mode_t mode)
{
	const uint64_t rename = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
	const uint64_t write = rename | LANDLOCK_ACCESS_FS_WRITE_FILE;

	switch (use) {
	case SANDBOX_READ:
		return S_ISDIR(mode) ? LANDLOCK_ACCESS_FS_READ_DIR : LANDLOCK_ACCESS_FS_READ_FILE;
	case SANDBOX_SPOOL:
		return write | LANDLOCK_ACCESS_FS_READ_FILE;
	case SANDBOX_WRITE:
		return write;
	case SANDBOX_RENAME:
		break;
	}
	return rename;
}

/* An input that is not there cannot be opened later either; a pipe is no file, nobody asks.  False:
 * what is listed might be refused, which is worse than no sandbox. */
static bool
allow(int rules, const struct sandbox_path *p)
{
	struct landlock_path_beneath_attr rule = { 0 };
	struct stat status;
	bool done;

	do
		rule.parent_fd = open(p->path, O_PATH | O_CLOEXEC);
	while (rule.parent_fd < 0 && errno == EINTR);
	if (rule.parent_fd < 0)
		return p->use == SANDBOX_READ && errno != EMFILE && errno != ENFILE && errno != ENOMEM;
	done = fstat(rule.parent_fd, &status) == 0;
	if (done && (p->use == SANDBOX_READ || S_ISDIR(status.st_mode))) {
		rule.allowed_access = rights_of(p->use, status.st_mode);
		done = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule,
		    0) == 0 || errno == EBADFD;
	}
	close(rule.parent_fd);
	return done;
}

void
sandbox_files(const struct sandbox_path *list, size_t n)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	struct landlock_ruleset_attr attr = { .handled_access_fs = all_rights(version) };
	int rules;
	size_t i;

	if (version < 1 ||
	    (rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0)) < 0)
		return;
	for (i = 0; i < n && allow(rules, &list[i]); i++)
		;
	if (i == n && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

#else

void
sandbox_calls(void)
{
}

void
sandbox_files(const struct sandbox_path *list, size_t n)
{
	(void)list;
	(void)n;
}

#endif
