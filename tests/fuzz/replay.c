/* replay - run a fuzz target over saved inputs: files, or every file of a folder. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

static int
replay(const char *path)
{
	FILE *f = fopen(path, "rb");
	uint8_t *data = NULL;
	long size;

	if (f == NULL || fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0 ||
	    fseek(f, 0, SEEK_SET) != 0 || (data = malloc((size_t)size + 1)) == NULL ||
	    fread(data, 1, (size_t)size, f) != (size_t)size) {
		perror(path);
		exit(1);
	}
	fclose(f);
	LLVMFuzzerTestOneInput(data, (size_t)size);
	free(data);
	return 1;
}

static int
replay_folder(const char *path)
{
	struct dirent *entry;
	char name[4096];
	int n = 0;
	DIR *dir = opendir(path);

	if (dir == NULL)
		return replay(path);
	while ((entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.' &&
		    (size_t)snprintf(name, sizeof name, "%s/%s", path, entry->d_name) < sizeof name)
			n += replay(name);
	closedir(dir);
	return n;
}

int
main(int argc, char **argv)
{
	int i, n = 0;

	for (i = 1; i < argc; i++)
		n += replay_folder(argv[i]);
	printf("%s: %d inputs replayed\n", strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0], n);
	return 0;
}
