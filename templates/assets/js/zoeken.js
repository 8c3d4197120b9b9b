/* Search in the index that the build made: zoekindex.js says which words stand in which of the scripts in js/zoek/, and
   a question loads only those that it needs. Results are made of text nodes: content never becomes HTML. */
(function () {
  "use strict";

  const form = document.getElementById("zoekvorm");
  const index = window.weerklankIndex;
  if (!form || !index) return;

  const input = form.elements.q;
  const status = document.getElementById("gevonden");
  const place = document.getElementById("resultaten");
  const WORD = /\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?(?![\p{L}\p{N}])|\d+,\d+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+|[%€]/gu;
  const SIGNS = { "%": "procent", "€": "euro" };
  const MOST = 5;   // results of one kind at a time
  const LONG = 190;   // letters of an excerpt
  const FIELDS = [8, 1, 4, 0.4];   // a word in a title, in the text, in a compound in either

  let sum = 0;
  const texts = Array.from(index.teksten, digit => (sum += parseInt(digit, 36)) - parseInt(digit, 36));   // first records

  const fold = word => SIGNS[word] || word.normalize("NFKD").replace(/\p{M}|(?<=\d)[.\s]/gu, "").toLowerCase();
  const words = text => Array.from(text.matchAll(WORD), found => ({ word: fold(found[0]), start: found.index, end: found.index + found[0].length }));
  const isNumber = word => /^\d/.test(word);
  const back = word => Array.from(word).reverse().join("");

  /** What one and many have in common: school and scholen, brief and brieven. */
  const stem = word => word.replace(/(en|es?|(?<=[elmnr])s)$/, "").replace(/v$/, "f").replace(/z$/, "s").replace(/(.)\1/g, "$1");

  /** Whether a word answers to what was typed: the same, a form of it, its beginning or within it. */
  const answers = (word, typed) => word === typed || !isNumber(typed) && typed.length > 2
    && (word.startsWith(typed) || stem(word) === stem(typed) || typed.length > 3 && word.includes(typed));

  const parts = new Map();
  window.weerklankDeel = (name, value) => parts.get(name).give(value);

  function load(name) {
    if (!parts.has(name)) {
      const part = {};
      part.made = new Promise(give => { part.give = give; });
      parts.set(name, part);
      const script = document.createElement("script");   // a script can be read from a disk, other data cannot
      script.src = "js/zoek/" + name + ".js";
      script.onerror = () => part.give([]);
      document.head.append(script);
    }
    return parts.get(name).made;
  }

  /** The last place in a sorted list whose key is not after this one. */
  function at(list, key) {
    let low = 0;
    for (let high = list.length; low < high;) {
      const middle = (low + high) >> 1;
      if (list[middle] <= key) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The lines of a kind of script that begin so; at most four scripts are read. */
  async function starting(kind, list, start) {
    const first = at(list, start);
    const some = list.slice(first, Math.min(at(list, start + "\uffff"), first + 3) + 1);
    return (await Promise.all(some.map((_, more) => load(kind + (first + more))))).flat().filter(line => line.startsWith(start));
  }

  /** The weight of a word, of its forms and of what begins with it, in each record that has one. */
  async function weights(typed) {
    const found = new Map();
    const whole = isNumber(typed) || typed.length < 3;
    const start = whole ? typed + " " : typed.slice(0, Math.max(3, typed.length - 3));
    for (const line of await starting("w", index.woorden, start)) {
      const [word, lists] = line.split(" ");
      const share = word === typed ? 1 : stem(word) === stem(typed) ? 0.9 : word.startsWith(typed) ? 0.7 : 0;
      if (share) lists.split(".").forEach((list, field) => {
        let record = -1;
        if (list) list.split(",").forEach(step => {
          record += parseInt(step || 1, 36);
          const weight = share * FIELDS[field] / (field % 2 ? 1 : Math.sqrt(index.maat[record]));
          found.set(record, Math.max(found.get(record) || 0, weight));
        });
      });
    }
    return found;
  }

  /** Letters to change, add, leave out or swap to make a word from what was typed; its beginning is half a slip more. */
  function slips(typed, word) {
    const rows = [Array.from({ length: word.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= typed.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= word.length; j += 1) {
        row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (typed[i - 1] !== word[j - 1]));
        if (i > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
      rows.push(row);
    }
    return Math.min(rows[typed.length][word.length], Math.min(...rows[typed.length]) + 0.5);
  }

  /** The words nearest to one that nothing has: among those with its first letters, or else with its last. */
  async function meant(typed) {
    let most = isNumber(typed) || typed.length < 4 ? 0 : typed.length < 8 ? 1.5 : 2.5;
    let found = [];
    const half = Math.min(4, typed.length >> 1);   // one slip leaves the first letters as they are, or the last
    for (const start of [typed.slice(0, half), "~" + back(typed).slice(0, half)]) {
      for (const key of most > 1 ? await starting("l", index.letters, start) : []) {
        const word = key[0] === "~" ? back(key.slice(1)) : key;
        const number = slips(typed, word);
        if (number < most) found = [];
        if (number <= most && !found.includes(word)) found.push(word);
        most = Math.min(most, number);
      }
    }
    return found.slice(0, 3);
  }

  /** Records by score, and what was looked for. All typed words must be there, or else any of them. */
  async function search(question) {
    const stop = index.stop.split(" ");
    const all = words(question).map(found => found.word).filter(word => (word.length > 1 || isNumber(word)) && !stop.includes(word));
    const typed = Array.from(new Set(all));
    const near = [];
    const senses = await Promise.all(typed.map(async word => {
      const found = await weights(word);
      if (found.size) return { roots: [word], found: found };
      const others = await meant(word);
      near.push(...others.slice(0, 1));
      return { roots: others, found: new Map((await Promise.all(others.map(weights))).flatMap(one => Array.from(one))) };
    }));
    const sums = new Map();
    senses.forEach(sense => sense.found.forEach((weight, record) => {
      const sum = sums.get(record) || { record: record, kind: at(index.grens, record), score: 0, words: 0 };
      sum.score += weight * Math.log(1 + index.maat.length / sense.found.size) * index.gewicht[sum.kind];
      sum.words += 1;
      sums.set(record, sum);
    }));
    const some = Array.from(sums.values()).sort((a, b) => b.words - a.words || b.score - a.score || a.record - b.record);
    const full = some.filter(hit => hit.words === typed.length);
    return { results: full.length ? full : some, roots: senses.map(sense => sense.roots), near: near, partial: !full.length };
  }

  function element(name, ...children) {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  }

  /** The words of a text that were looked for, each with the number of what was typed. */
  const hits = (text, roots) => words(text)
    .map(found => ({ ...found, of: roots.findIndex(some => some.some(root => answers(found.word, root))) }))
    .filter(found => found.of >= 0);

  /** Text as nodes, with the hits in <mark>. */
  function marked(text, roots) {
    let done = 0;
    const nodes = hits(text, roots).flatMap(hit => {
      const before = text.slice(done, hit.start);
      done = hit.end;
      return [before, element("mark", text.slice(hit.start, hit.end))];
    });
    return [...nodes, text.slice(done)];
  }

  const differing = found => new Set(found.map(hit => hit.of)).size;

  /** The line with the most of what was typed, if the title has not all of it, cut around the first of it, and its place. */
  function excerpt(title, lines, roots) {
    let best = { different: -1 };
    const named = differing(hits(title, roots)) === roots.length;
    lines.split("\n").forEach(whole => {
      const [fragment, line = ""] = whole.split("\t");
      const found = named ? [] : hits(line, roots);
      const different = differing(found);
      if (different > best.different) best = { line: line, different: different, fragment: different ? fragment : "", at: different ? found[0].start : 0 };
    });
    const start = best.at < LONG / 2 ? 0 : best.line.indexOf(" ", best.at - LONG / 3) + 1;
    const rest = best.line.slice(start);
    const end = rest.length > LONG ? rest.lastIndexOf(" ", LONG) : rest.length;
    return [best.fragment, (start ? "… " : "") + rest.slice(0, end > 0 ? end : LONG) + (end < rest.length ? " …" : "")];
  }

  async function result(hit, roots) {
    const number = at(texts, hit.record);
    const [path, title, lines] = (await load("t" + number))[hit.record - texts[number]];
    const [fragment, text] = excerpt(title, lines, roots);
    const link = element("a", ...marked(title, roots));
    link.href = path + (fragment ? "#" + fragment : "");
    return element("li", link, ...(text ? [element("p", ...marked(text, roots))] : []));
  }

  /** The results of one kind: the first of them, and a button for the next. */
  async function group(name, found, roots) {
    const count = element("span", found.length);
    const list = element("ol");
    const more = element("button");
    const add = async () => {
      const from = list.children.length;
      more.disabled = true;
      list.append(...await Promise.all(found.slice(from, from + MOST).map(hit => result(hit, roots))));
      more.textContent = name + ": nog " + (found.length - list.children.length) + " tonen";
      more.hidden = list.children.length === found.length;
      more.disabled = false;
      return list.children[from].firstChild;
    };
    count.className = "count";
    more.type = "button";
    more.className = "link";
    more.onclick = async () => (await add()).focus();
    await add();
    return element("section", element("h3", name + " ", count), list, more);
  }

  function sentence(question, found) {
    if (!found.results.length) return "Niets gevonden voor “" + question + "”. Probeer een ander of een korter woord.";
    const number = found.results.length === 1 ? "1 resultaat" : found.results.length + " resultaten";
    if (found.near.length) return number + " voor iets dat lijkt op “" + question + "”: " + found.near.join(", ") + ".";
    if (found.partial) return number + " met een deel van “" + question + "”. Alle woorden samen staan nergens.";
    return number + " voor “" + question + "”.";
  }

  let turn = 0;
  async function show() {
    const mine = turn += 1;
    const question = input.value.trim();
    place.ariaBusy = "true";
    const found = question ? await search(question) : { results: [] };
    if (mine !== turn) return;
    status.textContent = question && sentence(question, found);
    place.replaceChildren();
    for (const kind of new Set(found.results.map(hit => hit.kind))) {
      const made = await group(index.soorten[kind], found.results.filter(hit => hit.kind === kind), found.roots);
      if (mine !== turn) return;
      place.append(made);
    }
    place.ariaBusy = "false";
  }

  const address = () => input.value.trim() ? "?" + new URLSearchParams({ q: input.value.trim() }) : location.pathname;

  function read() {
    input.value = new URLSearchParams(location.search).get("q") || "";
    show();
  }

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", address());
      show();
    }, 200);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    history.pushState(null, "", address());
    show();
  });

  document.getElementById("zonder-script").hidden = true;
  form.hidden = false;
  addEventListener("popstate", read);
  read();
})();
