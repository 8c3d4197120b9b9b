/* Search in the index that the build made (zoekindex.js). Results are made of text nodes: content never becomes HTML.
   A word counts when it is the same, begins the same, or, in a compound, contains it; else when it is a slip away. */
(function () {
  "use strict";

  var form = document.getElementById("zoekvorm");
  var source = window.weerklankIndex;
  if (!form || !source) return;

  var input = form.elements.q;
  var status = document.getElementById("gevonden");
  var place = document.getElementById("resultaten");
  var WORD = /[\p{L}\p{N}\p{M}]+/gu;
  var MOST = 8;   // results of one kind before the rest is folded
  var LONG = 190;   // letters of an excerpt
  var IN_TITLE = 8;

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function words(text) {
    return Array.from(text.matchAll(WORD), function (found) {
      return { word: fold(found[0]), start: found.index, end: found.index + found[0].length };
    });
  }

  /** For each folded word the weight it has in each record; made when the first question comes. */
  var index = null;
  function postings() {
    if (index) return index;
    index = new Map();
    var add = function (word, record, weight) {
      if (!index.has(word)) index.set(word, new Map());
      var weights = index.get(word);
      weights.set(record, Math.min((weights.get(record) || 0) + weight, IN_TITLE + 3));
    };
    source.records.forEach(function (record, number) {
      words(record[2]).forEach(function (found) { add(found.word, number, IN_TITLE); });
      words(record[3]).forEach(function (found) { add(found.word, number, 1); });
    });
    return index;
  }

  /** Letters to change, add, leave out or swap to make the beginning of a word from what was typed; more than `most` is most + 1. */
  function slips(typed, word, most) {
    var before = null;
    var row = Array.from({ length: word.length + 1 }, function (_, j) { return j; });
    for (var i = 1; i <= typed.length; i += 1) {
      var next = [i];
      for (var j = 1; j <= word.length; j += 1) {
        var same = typed[i - 1] === word[j - 1] ? 0 : 1;
        var cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
      }
      if (Math.min.apply(null, next) > most) return most + 1;
      before = row;
      row = next;
    }
    return Math.min(row[word.length], Math.min.apply(null, row.slice(typed.length - most)) + 0.5);
  }

  /** The words of the index that a typed word stands for, each with how well it does; `near` when only by a slip. */
  function meant(typed) {
    var found = new Map();
    postings().forEach(function (_, word) {
      if (word === typed) found.set(word, 1);
      else if (word.startsWith(typed)) found.set(word, 0.7);
      else if (typed.length > 3 && word.includes(typed)) found.set(word, 0.4);
    });
    if (found.size || typed.length < 4) return { words: found, near: false };
    var most = typed.length < 8 ? 1 : 2;
    postings().forEach(function (_, word) {
      var number = word.length < typed.length - most ? most + 1 : slips(typed, word, most);
      if (number <= most) found.set(word, 0.5 / (1 + number));
    });
    return { words: found, near: found.size > 0 };
  }

  /** Records by score, with the words that made them a hit. All typed words must be there, or else any of them. */
  function search(question) {
    var typed = Array.from(new Set(words(question).map(function (found) { return found.word; })));
    var hits = new Set();
    var near = [];
    var scores = new Map();
    typed.forEach(function (word) {
      var sense = meant(word);
      var best = new Map();
      sense.words.forEach(function (share, match) {
        hits.add(match);
        var weights = postings().get(match);
        var rarity = Math.log(1 + source.records.length / weights.size);
        weights.forEach(function (weight, record) {
          best.set(record, Math.max(best.get(record) || 0, share * weight * rarity));
        });
      });
      if (sense.near) near.push(Array.from(sense.words).sort(function (a, b) { return b[1] - a[1]; })[0][0]);
      best.forEach(function (score, record) {
        var sum = scores.get(record) || { record: record, score: 0, words: 0 };
        scores.set(record, { record: record, score: sum.score + score, words: sum.words + 1 });
      });
    });
    var all = Array.from(scores.values());
    var full = all.filter(function (hit) { return hit.words === typed.length; });
    var results = (full.length ? full : all).sort(function (a, b) { return b.words - a.words || b.score - a.score || a.record - b.record; });
    return { results: results, hits: hits, near: near, partial: !full.length && all.length > 0 };
  }

  function element(name, children) {
    var made = document.createElement(name);
    made.append.apply(made, children);
    return made;
  }

  /** Text as nodes, with the hits in <mark>. */
  function marked(text, hits) {
    var nodes = [];
    var done = 0;
    words(text).forEach(function (found) {
      if (!hits.has(found.word)) return;
      nodes.push(text.slice(done, found.start), element("mark", [text.slice(found.start, found.end)]));
      done = found.end;
    });
    return nodes.concat(text.slice(done));
  }

  /** The line with the most different hits, cut around the first of them, and its number. */
  function excerpt(text, hits) {
    var best = { line: "", number: 0, different: -1, at: 0 };
    text.split("\n").forEach(function (line, number) {
      var found = words(line).filter(function (word) { return hits.has(word.word); });
      var different = new Set(found.map(function (word) { return word.word; })).size;
      if (different > best.different) best = { line: line, number: number, different: different, at: found.length ? found[0].start : 0 };
    });
    var start = best.at < LONG / 2 ? 0 : best.line.indexOf(" ", best.at - LONG / 3) + 1;
    var rest = best.line.slice(start);
    var end = rest.length > LONG ? rest.lastIndexOf(" ", LONG) : rest.length;
    var shown = (start ? "… " : "") + rest.slice(0, end > 0 ? end : LONG) + (end < rest.length ? " …" : "");
    return { text: shown, number: best.number, hit: best.different > 0 };
  }

  function result(hit, hits) {
    var record = source.records[hit.record];
    var found = excerpt(record[3], hits);
    var link = element("a", marked(record[2], hits));
    var fragment = record[4] && found.hit && record[4][found.number];
    link.href = record[1] + (fragment ? "#" + fragment : "");
    return element("li", found.text ? [link, element("p", marked(found.text, hits))] : [link]);
  }

  function group(name, found, hits) {
    var items = found.map(function (hit) { return result(hit, hits); });
    var count = element("span", [String(found.length)]);
    count.className = "count";
    var made = element("section", [element("h3", [name + " ", count]), element("ol", items.slice(0, MOST))]);
    if (items.length > MOST) {
      var more = element("details", [element("summary", ["Nog " + (items.length - MOST)]), element("ol", items.slice(MOST))]);
      more.className = "fold small";
      made.append(more);
    }
    return made;
  }

  function sentence(question, found) {
    if (!found.results.length) return "Niets gevonden voor “" + question + "”. Probeer een ander of een korter woord.";
    var number = found.results.length === 1 ? "1 resultaat" : found.results.length + " resultaten";
    if (found.near.length) return number + " voor iets dat lijkt op “" + question + "”: " + found.near.join(", ") + ".";
    if (found.partial) return number + " met een deel van “" + question + "”. Alle woorden samen staan nergens.";
    return number + " voor “" + question + "”.";
  }

  function show() {
    var question = input.value.trim();
    var found = question.length > 1 ? search(question) : { results: [], hits: new Set() };
    var kinds = new Map();
    found.results.forEach(function (hit) {
      var kind = source.records[hit.record][0];
      kinds.set(kind, (kinds.get(kind) || []).concat(hit));
    });
    place.replaceChildren.apply(place, Array.from(kinds, function (kind) {
      return group(source.soorten[kind[0]], kind[1], found.hits);
    }));
    status.textContent = question.length > 1 ? sentence(question, found) : "";
  }

  function address() {
    var question = input.value.trim();
    return question ? "?" + new URLSearchParams({ q: question }) : location.pathname;
  }

  function read() {
    input.value = new URLSearchParams(location.search).get("q") || "";
    show();
  }

  var waiting = 0;
  input.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      history.replaceState(null, "", address());
      show();
    }, 200);
  });
  form.addEventListener("submit", function (event) {
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
