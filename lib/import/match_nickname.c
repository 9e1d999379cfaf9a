/* match_nickname - a table in order, halved until found. */
#include "import/match_nickname.h"

/* What somebody is called, and the name. */
static const char *const table[] = {
	"abby abigail", "achim joachim", "alex alexander", "alexa alexandra", "andy andrew",
	"babs barbara", "barb barbara", "becca rebecca", "becky rebecca", "ben benjamin",
	"benny benjamin", "beppe giuseppe", "bert robert", "beth elizabeth", "betty elizabeth",
	"bill william", "billy william", "bob robert", "bobby robert", "catherine katherine",
	"cathy katherine", "charlie charles", "chas charles", "chris christopher",
	"chrissy christine", "christina christine", "chuck charles", "cindy cynthia", "dan daniel",
	"danny daniel", "dave david", "davy david", "deb deborah", "debbie deborah",
	"debra deborah", "dick richard", "don donald", "donnie donald", "dot dorothy",
	"dottie dorothy", "drew andrew", "ed edward", "eddie edward", "elisabeth elizabeth",
	"eliza elizabeth", "fred frederick", "freddy frederick", "fritz friedrich",
	"gabby gabriella", "gerry gerald", "ginny virginia", "greg gregory", "hank henry",
	"hannes johannes", "hans johannes", "harry henry", "jack john", "jamie james",
	"jen jennifer", "jenny jennifer", "jerry gerald", "jess jessica", "jessie jessica",
	"jim james", "jimmy james", "jochen joachim", "joe joseph", "joey joseph", "johnny john",
	"jon john", "jonny jonathan", "josie josephine", "judy judith", "kat katherine",
	"kate katherine", "kathryn katherine", "kathy katherine", "katie katherine", "ken kenneth",
	"kenny kenneth", "kit christopher", "kristin christine", "larry lawrence",
	"laurence lawrence", "len leonard", "lenny leonard", "leo leonard", "liam william",
	"lisa elizabeth", "liz elizabeth", "lizzie elizabeth", "maggie margaret", "marge margaret",
	"matt matthew", "meg margaret", "mick michael", "mickey michael", "mike michael",
	"mikey michael", "ned edward", "nick nicholas", "nicky nicholas", "nicolas nicholas",
	"paco francisco", "paddy patrick", "pam pamela", "pancho francisco", "pat patrick",
	"patty patricia", "peggy margaret", "pepe jose", "peppe giuseppe", "pete peter",
	"phil philip", "phillip philip", "ray raymond", "rich richard", "richie richard",
	"rick richard", "ricky richard", "rob robert", "robbie robert", "ron ronald",
	"ronnie ronald", "sally sarah", "sam samuel", "sammie samantha", "sammy samuel",
	"sandra alexandra", "sara sarah", "sasha alexander", "steph stephanie", "stephen steven",
	"steve steven", "sue susan", "susie susan", "ted edward", "teresa theresa",
	"terry theresa", "tess theresa", "tim timothy", "timmy timothy", "tina christine",
	"tom thomas", "tommy thomas", "tony anthony", "tori victoria", "tricia patricia",
	"trish patricia", "vicki victoria", "vicky victoria", "vince vincent", "vinny vincent",
	"walt walter", "will william", "willi wilhelm", "willy william", "wolf wolfgang"
};

struct str
match_nickname(struct str first)
{
	size_t low = 0, high = sizeof table / sizeof *table;

	while (low < high) {
		size_t middle = (low + high) / 2;
		struct str name = str_of(table[middle]), nickname = { 0 };
		int order;

		str_split(&name, ' ', &nickname);
		if ((order = str_cmp(first, nickname)) == 0)
			return name;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return first;
}
