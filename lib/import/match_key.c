/* match_key - what a lead is known by, as numbers. */
#include "base/map.h"
#include "import/match.h"
#include "lead/vocab.h"
#include "value/text.h"

uint64_t
match_hash(struct str s)
{
	uint64_t h = s.n ? map_hash(s) : 0;

	return s.n != 0 && h == 0 ? 1 : h;
}

uint32_t
match_folded(struct str key)
{
	uint64_t h = match_hash(key);

	return (uint32_t)(h >> 32) | (h != 0);
}

uint32_t
match_name(struct arena *scratch, struct str name)
{
	return match_folded(text_key(scratch, name));
}

bool
match_one_word(struct arena *scratch, struct str name)
{
	struct str key = text_key(scratch, name);

	return key.n != 0 && str_find(key, '_') == key.n;
}

bool
match_placeholder(struct str local, struct str domain)
{
	static const char *const locals[] = { "none", "noemail", "no-email", "no_email", "nomail",
		"na", "n.a", "test", "testing", "unknown", "example", "noreply", "no-reply", "asdf",
		"x", "xx", "xxx", "nobody", "donotreply", "null", NULL };

	static const bool first[256] = { ['n'] = true, ['t'] = true, ['u'] = true, ['e'] = true,
		['a'] = true, ['x'] = true, ['d'] = true };

	return (local.n != 0 && first[(unsigned char)*local.p] && vocab_has_word(locals, local)) ||
	    (local.n <= 4 && str_eq(local, str_slice(domain, 0, str_find(domain, '.'))));
}
