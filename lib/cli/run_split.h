/*
 * run_split - kept rows that go into one of several files of a folder, instead of the output.
 *
 * Each file is complete by itself: header, rows, end, in the format of the output.  They are
 * written like -o, and all of them are made, even without a row, so that no old one stays.
 */
#ifndef CLI_RUN_SPLIT_H
#define CLI_RUN_SPLIT_H

#include "cli/run.h"

enum { RUN_SPLITS = 8 };

struct run_split {
	struct sink *file[RUN_SPLITS];
	bool any[RUN_SPLITS];           /* has it a row? */
	bool open;
};

/* For plan(): the folder, made when there is none; refused together with -o. */
int	run_split_folder(struct run *, const char *folder, struct err *e);
/* For commit() and report(), in this order: FOLDER/NAME.csv for every name that is not NULL; what
 * is open already stays so. */
int	run_split_open(struct run *, struct run_split *, const char *folder,
    const char *const name[RUN_SPLITS], struct err *);
/* A row that row() kept, for the file of that number. */
int	run_split_row(struct run *, struct run_split *, size_t file, struct str row, struct err *);
void	run_split_end(struct run *, struct run_split *);

#endif
