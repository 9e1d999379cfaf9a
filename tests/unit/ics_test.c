/*
 * To-dos read back by libical's parser: whatever a lead says arrives as it was, in its place.
 */
#include <libical/ical.h>
#include <stdlib.h>

#include "unit.h"
#include "due/notice.h"

static struct listing_item
item(instant due_at, bool overdue, uint32_t level, const struct str *text)
{
	struct listing_facts *facts = arena_alloc(&arena, sizeof *facts);

	*facts = (struct listing_facts){ .overdue = overdue, .level = level,
		.lead = fingerprint_of(&text[LISTING_ID], 1), .text = text };
	return (struct listing_item){ .due_at = due_at, .facts = facts };
}

static icalcomponent *
written(const struct listing_item *one, size_t n)
{
	struct listing due = { .arena = &arena };
	struct notice notice = { .now = 1772442000, .due = &due };
	struct buf b = { 0 };
	icalcomponent *all;
	size_t i;

	for (i = 0; i < n; i++)
		listing_add(&due, &one[i]);
	listing_sort(&due, LISTING_BY_TIME);
	notice_ics(&b, &notice);
	/* A line is 75 bytes at most, and ends as it should. */
	for (i = 0; i < b.n;) {
		size_t line = str_find(str_slice(buf_text(&b), i, b.n), '\n');

		ck_assert_uint_le(line, 76);
		ck_assert_int_eq(b.p[i + line - 1], '\r');
		i += line + 1;
	}
	buf_byte(&b, '\0');
	all = icalparser_parse_string(b.p);
	ck_assert_ptr_nonnull(all);
	ck_assert_int_eq(icalrestriction_check(all), 1);
	ck_assert_int_eq(icalcomponent_count_errors(all), 0);
	ck_assert_int_eq(icalcomponent_count_components(all, ICAL_VTODO_COMPONENT), (int)n);
	buf_free(&b);
	free(due.chunk);
	return all;
}

START_TEST(read_back)
{
	const struct str text[LISTING_TEXTS] = {
		[LISTING_ID] = STR("7"),
		[LISTING_NAME] = STR("Zo\xc3\xab; van, der\\Berg \"Z\": x"),
		[LISTING_COMPANY] = STR("A company whose name is much longer than a line of a calendar"
		    " may be, \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"),
		[LISTING_PHONE] = STR("+49"), [LISTING_ACTION] = STR("call"),
		[LISTING_RULE] = STR("first response, hot"),
	};
	const struct str bare[LISTING_TEXTS] = { [LISTING_ID] = STR("8") };
	struct listing_item one[] = { item(1772445600, true, 1, text), item(253402300799, false, 0, bare) };
	icalcomponent *all = written(one, 2), *c;

	c = icalcomponent_get_first_component(all, ICAL_VTODO_COMPONENT);
	ck_assert_str_eq(icalcomponent_get_summary(c), arena_printf(&arena, "call: %.*s, %.*s",
	    STR_ARG(text[LISTING_NAME]), STR_ARG(text[LISTING_COMPANY])).p);
	ck_assert_str_eq(icalcomponent_get_description(c), "phone: +49\nrule: first response, hot");
	ck_assert_str_eq(icaltime_as_ical_string(icalcomponent_get_due(c)), "20260302T100000Z");
	ck_assert_int_eq(icalproperty_get_priority(icalcomponent_get_first_property(c,
	    ICAL_PRIORITY_PROPERTY)), 1);
	c = icalcomponent_get_next_component(all, ICAL_VTODO_COMPONENT);
	ck_assert_str_eq(icalcomponent_get_summary(c), "(not permitted): 8");
	ck_assert_int_eq(icalcomponent_get_due(c).year, 9999);
	icalcomponent_free(all);
}
END_TEST

/* Every byte in every place: one to-do, no other component, no other property. */
START_TEST(any_byte)
{
	int byte;

	for (byte = 1; byte < 256; byte++) {
		char bytes[] = { 'a', (char)byte, '\n', (char)byte, 'B', 'E', 'G', 'I', 'N', ':', 'V', 'E',
			'V', 'E', 'N', 'T', '\r', '\n', (char)byte };
		struct str s = { bytes, sizeof bytes }, text[LISTING_TEXTS];
		struct listing_item one;
		icalcomponent *all;
		size_t i;

		for (i = 0; i < LISTING_TEXTS; i++)
			text[i] = s;
		one = item(1772445600, false, 0, text);
		all = written(&one, 1);
		ck_assert_int_eq(icalcomponent_count_components(all, ICAL_ANY_COMPONENT), 1);
		ck_assert_int_eq(icalcomponent_count_properties(icalcomponent_get_first_component(all,
		    ICAL_VTODO_COMPONENT), ICAL_ANY_PROPERTY), 7);
		icalcomponent_free(all);
	}
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("ics");

	tcase_add_test(t, read_back);
	tcase_add_test(t, any_byte);
	return unit_run("ics", t);
}
