/*
 * clock - whole-process times of commands, interleaved: clock ROUNDS < LIST
 *
 * LIST has a line for each: a name, a tab, a command for sh.  Each round runs every command
 * once, so that a machine that is busy for a while is busy for all of them alike.  Out comes a
 * line for each: name, median and least wall seconds, least processor seconds (user and
 * system), most resident kibibytes, exit status of the last run, separated by tabs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../seconds.h"

enum { COMMANDS = 64, ROUNDS = 101 };

static struct command {
	char *name, *line;
	double wall[ROUNDS], busy;
	long resident;
	int status;
} command[COMMANDS];

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void
run(struct command *c, int round)
{
	struct rusage use;
	double start = seconds_now(), busy;
	pid_t pid = fork();

	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", c->line, (char *)NULL);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &c->status, 0, &use) < 0) {
		perror("clock");
		exit(1);
	}
	c->wall[round] = seconds_now() - start;
	busy = seconds(use.ru_utime) + seconds(use.ru_stime);
	if (round == 0 || busy < c->busy)
		c->busy = busy;
	if (use.ru_maxrss > c->resident)
		c->resident = use.ru_maxrss;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	int rounds = argc > 1 ? atoi(argv[1]) : 5, n = 0, round, i;
	char line[4096], *tab;

	if (rounds < 1 || rounds > ROUNDS)
		return 2;
	while (n < COMMANDS && fgets(line, sizeof line, stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if ((tab = strchr(line, '\t')) == NULL)
			continue;
		*tab = '\0';
		command[n].name = strdup(line);
		command[n++].line = strdup(tab + 1);
	}
	for (round = 0; round < rounds; round++)
		for (i = 0; i < n; i++)
			run(&command[i], round);
	for (i = 0; i < n; i++) {
		struct command *c = &command[i];

		qsort(c->wall, (size_t)rounds, sizeof *c->wall, by_value);
		printf("%s\t%.4f\t%.4f\t%.4f\t%ld\t%d\n", c->name, c->wall[rounds / 2], c->wall[0],
		    c->busy, c->resident, c->status);
	}
	return 0;
}
