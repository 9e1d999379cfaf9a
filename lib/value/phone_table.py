#!/usr/bin/env python3
"""Compile libphonenumber's metadata into lib/value/phone_table.c.

usage: phone_table.py PhoneNumberMetadata.xml >phone_table.c

Every question that the metadata answers by a regular expression becomes a
walk over the digits in one deterministic automaton, minimal and shared by all
territories.  Where a walk ends, the state says the answer:

  verdict   of a calling code, over a national number: which of its
            territories the number is valid in (general pattern, a type's
            pattern and lengths, leading digits), 0 for none
  general   of a territory: does the general pattern match, lengths aside
  national  of a territory: the national prefix, as an entry of the table of
            cuts (what is dropped, what part of it is put back)
  abroad    of a territory: the digits of the international prefix

The expressions are finite, so a state may remember how many digits it has
seen; that turns lengths and captured groups into plain states.  Priorities of
alternatives are those of a backtracking matcher: a state of a prefix is an
ordered list of threads and the best match so far.
"""
import re._parser as parser
import sys
import unicodedata
import xml.etree.ElementTree as ET

TYPES = ['fixedLine', 'mobile', 'pager', 'tollFree', 'premiumRate', 'sharedCost',
         'personalNumber', 'voip', 'uan', 'voicemail']
LONGEST = 17            # libphonenumber's kMaxLengthForNsn
DIGITS = '0123456789'
END = 1                 # the slot where the whole match ends


# ---- Thompson automata: a program is a list of instructions, as of Pike.

class Program:
	"""code[i] is ('set', digits, next), ('split', [next...]), ('save', slot, next),
	('end', next) for $, or ('match', tag)."""

	def __init__(self):
		self.code = []

	def add(self, *instruction):
		self.code.append(instruction)
		return len(self.code) - 1

	def compile(self, text, tag):
		"""Add a pattern that ends in ('match', tag); return where it starts."""
		tree = parser.parse(text)
		return self.sequence(list(tree), self.add('match', tag))

	def sequence(self, items, then):
		for op, arg in reversed(items):
			then = self.item(str(op), arg, then)
		return then

	def item(self, op, arg, then):
		if op == 'LITERAL':
			return self.add('set', frozenset(chr(arg)), then)
		if op == 'IN':
			return self.add('set', digits_in(arg), then)
		if op == 'SUBPATTERN':
			group, _, _, items = arg
			if group is None:
				return self.sequence(list(items), then)
			inner = self.sequence(list(items), self.add('save', 2 * group + 1, then))
			return self.add('save', 2 * group, inner)
		if op == 'BRANCH':
			return self.add('split', [self.sequence(list(b), then) for b in arg[1]])
		if op == 'MAX_REPEAT':
			low, high, items = arg
			assert high <= LONGEST
			end = then
			for _ in range(high - low):
				then = self.add('split', [self.sequence(list(items), then), end])
			for _ in range(low):
				then = self.sequence(list(items), then)
			return then
		if op == 'AT' and str(arg) == 'AT_END':
			return self.add('end', then)
		raise ValueError(op)


def digits_in(items):
	out = set()
	for op, arg in items:
		if str(op) == 'LITERAL':
			out.add(chr(arg))
		elif str(op) == 'RANGE':
			out.update(chr(c) for c in range(arg[0], arg[1] + 1))
		elif str(op) == 'CATEGORY' and str(arg) == 'CATEGORY_DIGIT':
			out.update(DIGITS)
		else:
			raise ValueError(op)
	return frozenset(out)


# ---- The shared minimal automaton.

class Automaton:
	"""States are merged as soon as they are made: two states are one when they answer
	the same and lead to the same.  A final state keeps its answer whatever follows."""

	def __init__(self):
		self.final = {0: 0}             # answer -> number among the final states
		self.inner = {}                 # (answer, next states) -> name

	def leaf(self, answer):
		self.final.setdefault(answer, len(self.final))
		return ('final', answer)

	def state(self, answer, nexts):
		if all(n == ('final', answer) for n in nexts):
			return nexts[0]
		self.leaf(0)
		return self.inner.setdefault((answer, nexts), ('inner', len(self.inner)))

	def number(self, name):
		kind, n = name
		return self.final[n] if kind == 'final' else len(self.final) + n

	def rows(self):
		"""Of every state, in the order of their numbers: its answer, its next states."""
		for answer, i in sorted(self.final.items(), key=lambda item: item[1]):
			yield answer, [i] * 10
		for answer, nexts in self.inner:
			yield answer, [self.number(n) for n in nexts]


def closure(program, starts):
	"""All instructions reachable without a digit; captures and order don't matter."""
	seen, todo = set(), list(starts)
	while todo:
		pc = todo.pop()
		if pc in seen:
			continue
		seen.add(pc)
		op = program.code[pc]
		if op[0] == 'split':
			todo += op[1]
		elif op[0] == 'save':
			todo.append(op[2])
	return frozenset(pc for pc in seen if program.code[pc][0] in ('set', 'match'))


def recognise(automaton, program, starts, answer):
	"""The state that reads a whole number; answer(tags, length) is what it says."""
	memo = {}

	def state(pcs, length):
		key = pcs, length
		if key not in memo:
			tags = {program.code[pc][1] for pc in pcs if program.code[pc][0] == 'match'}
			moves = [program.code[pc] for pc in pcs if program.code[pc][0] == 'set']
			if not moves or length > LONGEST:
				nexts = [automaton.leaf(0)] * 10
			else:
				nexts = [state(closure(program, [m[2] for m in moves if d in m[1]]), length + 1)
				         for d in DIGITS]
			memo[key] = automaton.state(answer(tags, length), tuple(nexts))
		return memo[key]
	return state(closure(program, starts), 0)


def find_prefix(automaton, text, answer):
	"""The state that finds what a backtracking matcher would take off the front;
	answer(match) is what a match, {slot: position}, or None stands for."""
	program = Program()
	start = program.compile(text, 0)
	memo = {}

	def spread(pc, saved, position, threads, seen, at_end):
		"""Follow what needs no digit, in order; True when a match ends the search."""
		op = program.code[pc]
		if op[0] == 'split':
			return any(spread(p, saved, position, threads, seen, at_end) for p in op[1])
		if op[0] == 'save':
			saved = tuple(sorted({**dict(saved), op[1]: position}.items()))
			return spread(op[2], saved, position, threads, seen, at_end)
		if op[0] == 'end':
			return at_end and spread(op[1], saved, position, threads, seen, at_end)
		if pc in seen:
			return False
		seen.add(pc)
		threads.append((pc, saved))
		return op[0] == 'match'

	def settle(starts, position, best, at_end):
		threads, seen = [], set()
		for pc, saved in starts:
			if spread(pc, saved, position, threads, seen, at_end):
				best = {**dict(threads.pop()[1]), END: position}
				break
		return threads, best

	def state(starts, position, best):
		key = tuple(starts), position, tuple(sorted(best.items())) if best else None
		if key not in memo:
			_, at_end = settle(starts, position, best, True)
			threads, so_far = settle(starts, position, best, False)
			if not threads and at_end == so_far:
				memo[key] = automaton.leaf(answer(so_far))
			else:
				nexts = []
				for d in DIGITS:
					moves = [(program.code[pc][2], saved) for pc, saved in threads
					         if d in program.code[pc][1]]
					nexts.append(state(moves, position + 1, so_far) if moves
					             else automaton.leaf(answer(so_far)))
				memo[key] = automaton.state(answer(at_end), tuple(nexts))
		return memo[key]
	return state([(start, ())], 0, None)


# ---- The metadata.

def lengths(text):
	out = set()
	for part in (text or '').replace('[', '').replace(']', '').split(','):
		if part and part != '-1':
			low, _, high = part.partition('-')
			out.update(range(int(low), int(high or low) + 1))
	return out


def pattern_of(description):
	pattern = None if description is None else description.find('nationalNumberPattern')
	return None if pattern is None else ''.join(pattern.text.split())


class Territory:
	def __init__(self, element):
		def attribute(name):
			return ''.join((element.get(name) or '').split())
		self.id = attribute('id')
		self.region = '' if self.id == '001' else self.id
		self.code = int(attribute('countryCode'))
		self.main = attribute('mainCountryForCode') == 'true'
		self.leading = attribute('leadingDigits')
		self.abroad = attribute('internationalPrefix')
		self.national = attribute('nationalPrefixForParsing') or attribute('nationalPrefix')
		self.rule = attribute('nationalPrefixTransformRule')
		self.general = pattern_of(element.find('generalDesc'))
		self.types = []
		self.lengths, self.local = set(), set()
		for name in TYPES:
			description = element.find(name)
			if description is None:
				continue
			possible = description.find('possibleLengths')
			own = lengths(possible.get('national'))
			self.lengths |= own
			self.local |= lengths(possible.get('localOnly'))
			if own:
				self.types.append((pattern_of(description), own))
		self.local -= self.lengths


def verdict_of(automaton, territories):
	"""1 + the index of the territory that a number of the calling code is valid in."""
	program, starts = Program(), []
	for i, t in enumerate(territories):
		starts.append(program.compile(t.general, (i, 'general')))
		for j, (pattern, _) in enumerate(t.types):
			starts.append(program.compile(pattern, (i, j)))
		if t.leading:
			starts.append(program.compile('(?:%s)%s' % (t.leading, r'\d{0,%d}' % LONGEST),
			                              (i, 'leading')))

	def answer(tags, length):
		for i, t in enumerate(territories):
			valid = (i, 'general') in tags and any(
			    (i, j) in tags and length in own for j, (_, own) in enumerate(t.types))
			if t.leading and len(territories) > 1:
				if (i, 'leading') in tags:
					return i + 1 if valid else 0
			elif valid:
				return i + 1
		return 0
	return recognise(automaton, program, starts, answer)


def general_of(automaton, t):
	program = Program()
	start = program.compile(t.general, 0)
	return recognise(automaton, program, [start], lambda tags, length: 1 if tags else 0)


def national_of(automaton, t, cuts):
	"""The rule is digits and one group; a match in which that group is empty is only dropped."""
	digits, _, group = t.rule.partition('$')

	def answer(match):
		if match is None:
			return 0
		back = None
		if t.rule and match.get(2 * int(group) + 1, 0) > match.get(2 * int(group), 0):
			back = match[2 * int(group)], match[2 * int(group) + 1]
		return cuts.setdefault((match[END], back), len(cuts))
	return find_prefix(automaton, t.national, answer), digits


def zeros():
	"""The code points beyond ASCII that are a digit zero; its nine digits follow each."""
	return [c for c in range(0x80, 0x110000) if unicodedata.category(chr(c)) == 'Nd' and
	        unicodedata.digit(chr(c)) == 0]


def rows(values, each, form='%d'):
	values = [form % v for v in values]
	return '\n'.join('\t' + ', '.join(values[i:i + each]) + ','
	                 for i in range(0, len(values), each))


def main(path):
	territories = [Territory(t) for t in ET.parse(path).getroot().iter('territory')]
	by_code = {}
	for t in territories:
		where = by_code.setdefault(t.code, [])
		where.insert(0 if t.main else len(where), t)
	automaton = Automaton()
	cuts = {None: 0}
	plans, codes = [], {}
	for code, group in sorted(by_code.items()):
		verdict = verdict_of(automaton, group)
		codes[code] = len(plans)
		for i, t in enumerate(group):
			national, digits = (national_of(automaton, t, cuts) if t.national
			                    else (automaton.leaf(0), ''))
			abroad = (find_prefix(automaton, t.abroad, lambda m: m[END] if m else 0)
			          if t.abroad else automaton.leaf(0))
			plans.append((t, len(group), verdict, general_of(automaton, t), national, abroad,
			              digits))
	write(automaton, cuts, plans, codes)


def write(automaton, cuts, plans, codes):
	table = list(automaton.rows())
	regions = sorted((t.region, i) for i, (t, *_) in enumerate(plans) if t.region)
	assert len(table) < 65536 and max(answer for answer, _ in table) < 256
	print('/* generated by phone_table.py from PhoneNumberMetadata.xml of libphonenumber 8.12.57,\n'
	      ' * Copyright (C) 2009 The Libphonenumber Authors, Apache License 2.0,\n'
	      ' * http://www.apache.org/licenses/LICENSE-2.0.  Do not edit. */')
	print('#include "value/phone_table.h"\n')
	print('const struct phone_table_plan phone_table_plans[] = {')
	number = automaton.number
	for t, count, verdict, general, national, abroad, digits in plans:
		print('\t{ "%s", "%s", %d, %d, 0x%x, 0x%x, %d, %d, %d, %d },' % (
		    t.region, digits, t.code, count, sum(1 << n for n in t.lengths),
		    sum(1 << n for n in t.local), number(verdict), number(general), number(national),
		    number(abroad)))
	print('};\n\nconst uint16_t phone_table_codes[1000] = {')
	print(rows([codes.get(c, -1) + 1 for c in range(1000)], 20))
	print('};\n\nconst uint16_t phone_table_regions[26 * 26] = {')
	first = {region: i + 1 for region, i in regions}
	letters = [chr(ord('A') + i) for i in range(26)]
	print(rows([first.get(a + b, 0) for a in letters for b in letters], 26))
	print('};\n\nconst struct phone_table_cut phone_table_cuts[] = {')
	for cut in cuts:
		to, back = cut or (0, None)
		print('\t{ %d, %d, %d },' % ((to,) + (back or (0, 0))))
	print('};\n\nconst uint16_t phone_table_final = %d;\n' % len(automaton.final))
	print('const uint16_t phone_table_next[][10] = {')
	for _, nexts in table:
		print('\t{ ' + ', '.join(map(str, nexts)) + ' },')
	print('};\n\nconst uint8_t phone_table_answer[] = {')
	print(rows([answer for answer, _ in table], 30))
	print('};\n\nconst uint32_t phone_table_zeros[] = {')
	print(rows(zeros() + [0], 10, '0x%x'))
	print('};')


main(sys.argv[1])
