/*
 * leads - invented leads for measuring: leads ROWS [csv|jsonl|staged|export] [SEED]
 *
 * 24 columns, and in a staged csv the current stage; one row in ten has a quoted cell with
 * commas, quotes and line ends in it.  An export is not tidy: one row in ten is about a person who
 * has a row already, dates have the day first, telephone numbers are written in several ways.  The
 * same arguments give the same bytes.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

static uint32_t
below(uint32_t n)               /* splitmix64 */
{
	uint64_t z = (state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)(((z ^ z >> 31) >> 32) * n >> 32);
}

#define PICK(list) list[below(sizeof list / sizeof *list)]

static const char *const rank[] = { "Chief", "Head of", "VP", "Director of", "Senior Manager", "Manager",
	"Team Lead", "Junior" };
static const char *const area[] = { "Sales", "Marketing", "Operations", "IT", "Finance",
	"Procurement", "Engineering", "Logistics" };
static const char *const plain[] = { "CEO", "CTO", "Owner", "Founder & CEO" };
static const char *const first[] = { "Ann", "Ben", "Carla", "David", "Emma", "Farid", "Grace", "Hugo",
	"Ines", "Jürgen", "Kofi", "Lena", "Mateo", "Nora", "Olga", "Pedro", "Quinn", "Rosa", "Siobhán",
	"Tom", "Uma", "Victor", "Wei", "Zoë" };
static const char *const last[] = { "Adams", "Becker", "Costa", "Dubois", "Evans", "Fischer",
	"García", "Hansen", "Ivanov", "Jensen", "Keller", "López", "Müller", "Novak", "O'Brien", "Patel",
	"Rossi", "Schmidt", "Tanaka", "van der Berg", "Weber", "Young", "Zhang" };
static const char *const word[] = { "Alpine", "Baltic", "Cedar", "Delta", "Ember", "Fjord", "Granite",
	"Harbour", "Iris", "Juniper", "Kestrel", "Lakeside", "Meridian", "Northern", "Orchard", "Pioneer" };
static const char *const kind[] = { "Analytics", "Foods", "Freight", "Health", "Labs", "Logistics",
	"Media", "Parts", "Robotics", "Software", "Systems", "Trading" };
static const char *const country[] = { "DE", "AT", "CH", "NL", "FR", "GB", "US", "IN", "BR", "PL",
	"ES", "SE" };
static const char *const city[] = { "Berlin", "Wien", "Zürich", "Utrecht", "Lyon", "Leeds", "Austin",
	"Pune", "São Paulo", "Kraków", "Sevilla", "Malmö" };
static const char *const industry[] = { "Software", "Manufacturing", "Finance", "Healthcare",
	"Retail", "Education", "Logistics", "Construction", "Energy", "Food" };
static const char *const source[] = { "organic_search", "paid_search", "webinar", "trade_show",
	"referral", "cold_call", "social", "email", "partner", "purchased_list", "website", "content" };
static const char *const campaign[] = { "spring-webinar", "brand-search", "expo-hall-4", "newsletter",
	"", "", "partner-programme", "retargeting-2026-q1" };
static const char *const owner[] = { "j.ortiz", "k.meyer", "s.ahmed", "t.nguyen", "v.rossi" };
static const char *const status[] = { "open", "open", "open", "won", "lost", "recycled" };
static const char *const note[] = { "asked for a quote, call back on Monday", "wants the \"pro\" plan",
	"first line\nsecond line, with a comma", "budget approved, 25k", "met at the fair, hall \"B\"" };

static const char *const stage[] = { "awareness", "awareness", "awareness", "interest", "interest",
	"consideration", "intent", "conversion", "" };

enum { COLUMNS = 24, STAGE = COLUMNS };
static const char *const header[COLUMNS + 1] = { "id", "email", "phone", "first_name", "last_name",
	"title", "company", "website", "street", "city", "country", "industry", "employees",
	"annual_revenue", "source", "campaign", "status", "owner", "page_views", "form_submits",
	"email_opt_out", "created_at", "last_activity_at", "notes", "stage" };
static char cell[COLUMNS + 1][128];

/* A time within `days` before 2026-03-01, RFC 3339. */
static void
when(char *out, uint32_t days)
{
	static const unsigned length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	uint32_t back = 1 + below(days), day, month = 0, second = below(86400);
	unsigned year = 2026;

	/* days are counted back from 1 March 2026; 2024 is not reached */
	day = 59 + 365 - back;
	if (day >= 365)
		day -= 365;
	else
		year = 2025;
	while (day >= length[month])
		day -= length[month++];
	sprintf(out, "%04u-%02u-%02uT%02u:%02u:%02uZ", year, month + 1, day + 1, second / 3600,
	    second / 60 % 60, second % 60);
}

static void
lead(uint64_t n)
{
	const char *f = PICK(first), *l = PICK(last), *w = PICK(word), *k = PICK(kind);
	uint32_t where = below(12), free_mail = below(10) == 0;

	sprintf(cell[0], "%" PRIu64, 100000 + n);
	sprintf(cell[1], free_mail ? "lead%" PRIu64 "@gmail.com" : "lead%" PRIu64 "@%s-%s.example",
	    n, w, k);
	sprintf(cell[2], "+49 30 %07u", below(10000000));
	strcpy(cell[3], f);
	strcpy(cell[4], l);
	if (below(16) == 0)
		strcpy(cell[5], PICK(plain));
	else
		sprintf(cell[5], "%s %s", PICK(rank), PICK(area));
	sprintf(cell[6], "%s %s %s", w, k, below(2) ? "GmbH" : "Ltd");
	sprintf(cell[7], "https://www.%s-%s.example", w, k);
	sprintf(cell[8], "%u Station Road", 1 + below(250));
	strcpy(cell[9], city[where]);
	strcpy(cell[10], country[where]);
	strcpy(cell[11], PICK(industry));
	if (below(12) == 0)
		*cell[12] = '\0';
	else
		sprintf(cell[12], "%u", 1 + below(below(4) ? 400 : 5000));
	sprintf(cell[13], "%u EUR", 10000 * (1 + below(4000)));
	strcpy(cell[14], PICK(source));
	strcpy(cell[15], PICK(campaign));
	strcpy(cell[16], PICK(status));
	strcpy(cell[17], PICK(owner));
	sprintf(cell[18], "%u", below(30));
	sprintf(cell[19], "%u", below(5));
	strcpy(cell[20], below(20) ? "false" : "true");
	when(cell[21], 400);
	if (below(7) == 0)
		*cell[22] = '\0';
	else
		when(cell[22], 150);
	strcpy(cell[23], below(10) ? (below(3) ? "" : "spoke with reception") : PICK(note));
}

/* The same person has the same name and address, written in more ways than one. */
static void
untidy(uint64_t n)
{
	static const char *const dialled[] = { "+49 30 %03u%04u", "+49 (30) %03u-%04u", "004930%03u%04u",
		"+4930%03u%04u" };
	uint32_t who = below(10) ? (uint32_t)n : below((uint32_t)n + 1), h = who * 2654435761u;
	const char *mail = below(4) ? "lead%u@%s-%s.example" : "Lead%u@%s-%s.Example";
	int year = 0, month = 0, day = 0;

	sprintf(cell[1], mail, who, word[h % (sizeof word / sizeof *word)],
	    kind[h / 64 % (sizeof kind / sizeof *kind)]);
	sprintf(cell[2], dialled[below(4)], 200 + below(800), below(10000));
	strcpy(cell[3], first[h / 4096 % (sizeof first / sizeof *first)]);
	strcpy(cell[4], last[h / 262144 % (sizeof last / sizeof *last)]);
	sscanf(cell[21], "%4d-%2d-%2d", &year, &month, &day);
	sprintf(cell[21], "%d.%d.%d", day, month, year);
}

static void
put_csv(const char *s)
{
	if (strpbrk(s, ",\"\n") == NULL) {
		fputs(s, stdout);
		return;
	}
	putchar('"');
	for (; *s; s++) {
		if (*s == '"')
			putchar('"');
		putchar(*s);
	}
	putchar('"');
}

static void
put_json(const char *s)
{
	putchar('"');
	for (; *s; s++) {
		if (*s == '\n')
			fputs("\\n", stdout);
		else {
			if (*s == '"')
				putchar('\\');
			putchar(*s);
		}
	}
	putchar('"');
}

int
main(int argc, char **argv)
{
	uint64_t rows = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000, n;
	int json = argc > 2 && strcmp(argv[2], "jsonl") == 0, i;
	int staged = argc > 2 && strcmp(argv[2], "staged") == 0, columns = COLUMNS + staged;
	int export = argc > 2 && strcmp(argv[2], "export") == 0;

	state = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
	for (i = 0; !json && i < columns; i++)
		printf("%s%c", header[i], i + 1 < columns ? ',' : '\n');
	for (n = 0; n < rows; n++) {
		lead(n);
		if (staged)
			strcpy(cell[STAGE], PICK(stage));
		if (export)
			untidy(n);
		for (i = 0; i < columns; i++) {
			if (json) {
				printf("%s\"%s\":", i ? "," : "{", header[i]);
				put_json(cell[i]);
			} else {
				if (i)
					putchar(',');
				put_csv(cell[i]);
			}
		}
		fputs(json ? "}\n" : "\n", stdout);
	}
	return fflush(stdout) != 0 || ferror(stdout);
}
