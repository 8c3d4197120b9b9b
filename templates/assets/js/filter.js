/* Narrow a list in place. Without this script every value is a link to a ready-made page, and this page is whole.
   Values of one dimension widen, dimensions narrow each other. The choice is kept in the address. */
(function () {
  "use strict";

  var facets = document.querySelector("[data-filter]");
  if (!facets) return;

  var byId = function (id) { return document.getElementById(id); };
  var rows = Array.from(byId("records").children).map(function (item) {
    return { item: item, keys: new Set(item.dataset.facets.split(" ")) };
  });
  var status = byId("aantal");
  var chosen = byId("gekozen");
  var values = Array.from(facets.querySelectorAll("a[data-facet]"), function (link) {
    var button = document.createElement("button");
    button.type = "button";
    button.dataset.facet = link.dataset.facet;
    button.append.apply(button, Array.from(link.childNodes));
    link.replaceWith(button);
    var key = link.dataset.facet;
    return {
      key: key,
      dimension: key.slice(0, key.indexOf(":")),
      name: key.slice(key.indexOf(":") + 1),
      button: button,
      label: button.firstElementChild.textContent,
      group: button.closest("[data-dimension]").querySelector("h3").textContent,
      count: button.querySelector(".count"),
      on: false
    };
  });

  /** The chosen values of each dimension that has any. */
  function choice() {
    var groups = new Map();
    values.forEach(function (value) {
      if (value.on) groups.set(value.dimension, (groups.get(value.dimension) || []).concat(value));
    });
    return groups;
  }

  function inWords(groups) {
    return Array.from(groups.values(), function (group) {
      return group[0].group + ": " + group.map(function (value) { return value.label; }).join(" of ");
    }).join(", en ");
  }

  /** Whether a row passes every dimension but one. */
  function passes(row, groups, except) {
    return Array.from(groups).every(function (group) {
      return group[0] === except || group[1].some(function (value) { return row.keys.has(value.key); });
    });
  }

  function show() {
    var groups = choice();
    var left = 0;
    rows.forEach(function (row) {
      row.item.hidden = !passes(row, groups, "");
      if (!row.item.hidden) left += 1;
    });
    values.forEach(function (value) {
      var number = rows.filter(function (row) {
        return row.keys.has(value.key) && passes(row, groups, value.dimension);
      }).length;
      value.count.textContent = number;
      value.button.setAttribute("aria-pressed", String(value.on));
      value.button.disabled = number === 0 && !value.on;
    });
    var words = rows.length === 1 ? status.dataset.one : status.dataset.many;
    status.textContent = (groups.size ? left + " van " : "") + rows.length + "\u00a0" + words;
    byId("keuzes").textContent = inWords(groups);
    chosen.hidden = groups.size === 0;
    byId("niets").hidden = left > 0;
    byId("keuze-csv").hidden = left === 0;
  }

  /** Take the choice from the address. */
  function read() {
    var asked = new URLSearchParams(location.search);
    values.forEach(function (value) {
      value.on = asked.getAll(value.dimension).includes(value.name);
      var fold = value.button.closest("details details");
      if (value.on && fold) fold.open = true;
    });
    show();
  }

  /** Keep the choice in the address, so that it can be shared and left with the back button. */
  function write() {
    var kept = new URLSearchParams(location.search);
    values.forEach(function (value) { kept.delete(value.dimension); });
    values.forEach(function (value) { if (value.on) kept.append(value.dimension, value.name); });
    var text = kept.toString();
    history.pushState(null, "", text ? "?" + text : location.pathname);
    show();
  }

  values.forEach(function (value) {
    value.button.addEventListener("click", function () {
      value.on = !value.on;
      write();
    });
  });

  byId("wis").addEventListener("click", function () {
    values.forEach(function (value) { value.on = false; });
    write();
    status.focus();   // the button that had the focus is gone
  });

  /** The rows that are left, with the head and the bytes of the whole table. */
  function save() {
    var table = window.weerklankRijen;
    var lines = rows
      .filter(function (row) { return !row.item.hidden; })
      .map(function (row) { return table.rijen[row.item.id]; });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", [table.kop].concat(lines, "").join("\r\n")], { type: "text/csv" }));
    link.download = facets.dataset.name;
    link.click();
    setTimeout(URL.revokeObjectURL, 1000, link.href);
  }

  byId("keuze-csv").addEventListener("click", function () {
    if (window.weerklankRijen) return save();
    var script = document.createElement("script");   // a script can be read from a disk, a csv cannot
    script.src = facets.dataset.filter;
    script.onload = save;
    document.head.append(script);
  });

  if (matchMedia("(min-width: 64rem)").matches) document.querySelector(".facets-fold").open = true;
  addEventListener("popstate", read);
  read();
})();
