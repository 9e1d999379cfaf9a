#!/bin/sh
# browser.sh - look at pages with headless Chromium: tests/browser.sh PAGE.html...
#
# Each page is shown in frames as wide as a phone (360) and a desktop (1280), light and dark, and as
# it is printed on a sheet 718 pixels wide, A4 within usual margins.  It
# asks for no script and says nothing on the console; and a script of ours, for which the page's own
# policy is taken out, looks for what a reader would stumble over: a page that scrolls sideways,
# text below 11 pixels, text upon text, text cut off by its picture, text hardly lighter or darker
# than what is behind it, a page that is not dark where the reader wants it dark.
# Prints a line for every complaint.  Status 1: there are some.
set -u
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.js" <<'.'
var found = [], root = document.documentElement, width = root.clientWidth;
function say(what) { if (found.indexOf(what) < 0 && found.length < 9) found.push(what); }
function shade(colour) {                /* relative luminance, as the accessibility guidelines say */
	var c = colour.match(/[\d.]+/g).slice(0, 3).map(function (v) {
		v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
	return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}
function behind(e) {
	for (; e; e = e.parentElement) {
		var c = getComputedStyle(e).backgroundColor;
		if (!/, 0\)$|^transparent$/.test(c)) return c;
	}
	/* The browser's own canvas. */
	return dark && /dark/.test(getComputedStyle(root).colorScheme) ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
}
function look() {
	var dark_page = shade(behind(document.body)) < 0.2, boxes = [], texts, n;
	if (dark_page !== dark) say(dark ? "the page is not dark" : "the page is not light");
	if (root.scrollWidth > width) say("the page scrolls sideways: " + root.scrollWidth);
	texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while ((n = texts.nextNode())) {
		var e = n.parentElement, word = n.data.trim(), range = document.createRange(), style, size, svg, a, b, rects;
		if (!word || e.closest("script,style,title")) continue;
		word = "'" + word.slice(0, 30) + "'";
		style = getComputedStyle(e);
		size = parseFloat(style.fontSize);
		svg = e.closest("svg");
		if (svg) size *= Math.abs(e.getScreenCTM().a) || Math.abs(e.getScreenCTM().b);
		if (size < 10.95 && !paper) say("small text: " + word + " " + size.toFixed(1));
		a = shade(svg ? style.fill : style.color);
		b = shade(behind(e));
		if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) say("faint text: " + word);
		range.selectNodeContents(n);
		rects = Array.from(range.getClientRects()).filter(function (r) { return r.width > 0; });
		if (svg) {
			var s = svg.getBoundingClientRect();
			rects.forEach(function (r) {
				if (r.left < s.left - 1 || r.right > s.right + 1 || r.top < s.top - 3 || r.bottom > s.bottom + 3)
					say("cut off by its picture: " + word);
			});
			if (s.right > width + 1 && !reachable(svg)) say("a picture is cut off");
		}
		rects.forEach(function (r) { boxes.push({ r: r, word: word }); });
	}
	boxes.sort(function (x, y) { return x.r.top - y.r.top; });
	boxes.forEach(function (x, i) {
		for (var k = i + 1; k < boxes.length && boxes[k].r.top < x.r.bottom - 3; k++) {
			var y = boxes[k];
			if (x.r.left < y.r.right - 1 && y.r.left < x.r.right - 1 && y.r.bottom - 3 > x.r.top)
				say("text upon text: " + x.word + " and " + y.word);
		}
	});
	return texts && boxes.length ? found : ["an empty page"];
}
function reachable(e) {
	for (; e; e = e.parentElement)
		if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true;
	return false;
}
.

frame() { echo "<iframe src=\"$1\" style=\"border:0;width:$2px;height:900px\"></iframe>"; }

look() {                # scheme, pages: what there is to complain about, a line each
	scheme=$1 n=0 probes=3
	shift
	dark=false
	[ "$scheme" = light ] || { dark=true; probes=2; }
	: > "$work/frames"
	for page; do
		name=${page##*/}
		n=$((n + 1))
		{
			sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//; s/<[/]body>.*//' "$page"
			echo "<script>var dark = $dark, paper = false;"
			cat "$work/probe.js"
			echo "parent.postMessage({ page: \"$name\", width: width, found: look() }, \"*\");</script></body></html>"
		} > "$work/probed-$name"
		cp "$page" "$work/$name"
		sed 's/@media print/@media all/; s/paper = false/paper = true/' "$work/probed-$name" > "$work/print-$name"
		{
			frame "probed-$name" 360; frame "probed-$name" 1280; frame "$name" 1280
			[ "$scheme" = dark ] || frame "print-$name" 718
		} >> "$work/frames"
	done
	cat > "$work/outer.html" <<.
<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><pre id="out"></pre><script>
var left = $((probes * n)), text = "";
onmessage = function (e) {
	e.data.found.forEach(function (f) { text += e.data.page + ": " + e.data.width + " $scheme: " + f + "\n"; });
	if (--left === 0) document.getElementById("out").textContent = "LOOKED\n" + text + "DONE\n";
};</script>
$(cat "$work/frames")
</body></html>
.
	timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
		--enable-logging=stderr --blink-settings="preferredColorScheme=$([ "$scheme" = dark ] && echo 0 || echo 1)" \
		--virtual-time-budget=4000 --dump-dom "file://$work/outer.html" 2>"$work/log" >"$work/dom"
	sed -n 's|.*CONSOLE[^"]*\(.*\), source: .*/\(.*\) (.*|\2: '"$scheme"' console: \1|p' "$work/log"
	sed -n '/LOOKED$/,/^DONE/p' "$work/dom" | sed '1d; /^DONE/d; s/&gt;/>/g; s/&lt;/</g; s/&amp;/\&/g' | LC_ALL=C sort
	grep -q '^DONE' "$work/dom" || echo "$scheme: the browser did not answer"
}

{ look light "$@"; look dark "$@"; } > "$work/said"
cat "$work/said"
[ ! -s "$work/said" ] || exit 1
echo "nothing to complain about: $#"
