// naughty.mjs - read outputs back by the parsers that browsers, spreadsheets and calendars use.
//
//	node naughty.mjs MODULES csv A.csv B.csv COLUMN...   papaparse: B (.csv, .tsv) has the cells of A
//	node naughty.mjs MODULES sheet A.csv B.csv COLUMN... SheetJS: B has no formula, and its cells, as text
//	node naughty.mjs MODULES page FILE...                parse5: no element, attribute or comment but ours
//	node naughty.mjs MODULES calendar A.csv B.ics COLUMN ical.js: a to-do a lead, each named after it
//
// MODULES is the folder that "make readers" made.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [modules, what, ...args] = process.argv.slice(2);
const require = createRequire(modules + '/');
const text = (path) => readFileSync(path, 'utf8').replace(/^\ufeff/, '');
const wrong = (...said) => {
	console.log(...said.map((s) => (typeof s === 'string' ? s : JSON.stringify(s))));
	process.exit(1);
};

function rows(path) {
	const read = require('papaparse').parse(text(path),
		{ header: true, skipEmptyLines: true, delimiter: path.endsWith('.tsv') ? '\t' : ',' });
	if (read.errors.length)
		wrong(path, read.errors[0]);
	return read.data;
}

function csv(a, b, ...columns) {
	const want = rows(a), got = rows(b);
	if (want.length !== got.length)
		wrong(`${want.length} records became ${got.length}`);
	want.forEach((row, i) => columns.forEach((name) => {
		if (row[name] !== got[i][name])
			wrong(`record ${i}: ${name}:`, row[name], 'became', got[i][name]);
	}));
	console.log(want.length * columns.length, 'cells');
}

// What a spreadsheet shows: a leading apostrophe says "this is text".
function sheet(a, b, ...columns) {
	const xlsx = require('xlsx');
	const book = xlsx.read(text(b), { type: 'string', raw: true, FS: ',' });
	const page = book.Sheets[book.SheetNames[0]];
	for (const [at, cell] of Object.entries(page))
		if (!at.startsWith('!') && cell.f !== undefined)
			wrong(at, 'is a formula:', cell.f);
	const got = xlsx.utils.sheet_to_json(page, { raw: true, defval: '' }), want = rows(a);
	if (want.length !== got.length)
		wrong(`${want.length} records became ${got.length}`);
	want.forEach((row, i) => columns.forEach((name) => {
		const cell = String(got[i][name]);
		if (cell !== row[name] && cell !== "'" + row[name])
			wrong(`record ${i}: ${name}:`, row[name], 'became', cell);
	}));
	console.log(want.length * columns.length, 'cells');
}

const elements = new Set(('#document html head meta title style body h1 h2 h3 p table thead tbody tfoot tr th td ' +
	'span div time br caption svg g rect text path line polyline circle details summary section nav ul li a small ' +
	'strong header footer main figure figcaption desc b em i code pre bdi #text #documentType').split(' '));

function page(...paths) {
	let looked = 0;
	const visit = (node) => {
		looked++;
		if (!elements.has(node.nodeName))
			wrong('an element', node.nodeName);
		for (const { name, value } of node.attrs ?? []) {
			if (/^on|^(src|srcset|formaction|background|srcdoc)$/i.test(name))
				wrong('an attribute', name);
			if (/href$/.test(name) && !/^(#|mailto:|tel:|https?:)/.test(value))
				wrong('a link to', value);
		}
		(node.childNodes ?? []).forEach(visit);
	};
	for (const path of paths) {
		const bad = [];
		visit(require('parse5').parse((path.endsWith('.svg') ? '<!DOCTYPE html>' : '') + text(path),
			{ onParseError: (e) => bad.push(e) }));
		if (bad.length)
			wrong(path, bad[0]);
	}
	console.log(looked > 20 ? 'clean' : `only ${looked} nodes`);
}

// What people see of it, without how text/plain spells what must not be seen.
const squeezed = (s) => s.replace(/\\x[0-9a-f]{2}|\\u\{[0-9a-f]+\}/g, '').replace(/[\p{C}\p{Z}]/gu, '');

function calendar(a, b, column) {
	const ical = require('ical.js'), ICAL = ical.default ?? ical;
	const todos = new ICAL.Component(ICAL.parse(text(b))).getAllSubcomponents('vtodo');
	const said = squeezed(todos.map((t) => t.getFirstPropertyValue('summary')).join('\n'));
	const want = rows(a);
	if (todos.length !== want.length)
		wrong(`${want.length} leads, ${todos.length} to-dos`);
	for (const t of todos)
		if (t.getAllProperties().some((p) => !/^(uid|dtstamp|due|summary|description|priority|status)$/.test(p.name)))
			wrong('a property', t.getAllProperties().map((p) => p.name));
	for (const row of want)
		if (!said.includes([...squeezed(row[column])].slice(0, 12).join('')))
			wrong('lacks', row[column]);
	console.log(todos.length, 'to-dos');
}

({ csv, sheet, page, calendar })[what](...args);
