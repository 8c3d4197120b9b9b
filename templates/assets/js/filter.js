/* Narrow a list by more than one value, and read it in another order. Without this script each value and each order is
   a link to a ready-made list, and every page is whole. Values of one dimension widen, dimensions narrow each other.
   The choice is kept in the address of the whole list: from every other page of it a click leads there. */
(() => {
  "use strict";

  const facets = document.querySelector("[data-filter]"), data = window.weerklankLijst;
  if (!facets || !data) return;

  const { home, order: own, filter, name } = facets.dataset, size = Number(facets.dataset.size);
  const byId = id => document.getElementById(id);
  const [status, chosen, none, files, csv, list, ...around] =
    ["aantal", "gekozen", "niets", "bestanden", "keuze-csv", "records", "getoond", "bladen"].map(byId);
  const parts = [list, ...around], made = parts.map(part => part.innerHTML);
  const rows = data.rows.map(keys => new Set(keys.map(place => data.keys[place])));
  const values = Array.from(facets.querySelectorAll("[data-facet]"), link => {
    const button = document.createElement("button"), key = link.dataset.facet, colon = key.indexOf(":");
    button.type = "button";
    button.dataset.facet = key;
    button.append(...link.childNodes);
    link.replaceWith(button);
    button.addEventListener("click", () => {
      value.on = !value.on;
      write();
    });
    const value = {
      key, button,
      dimension: key.slice(0, colon),
      name: key.slice(colon + 1),
      label: button.firstElementChild.textContent,
      group: button.closest("[data-dimension]").querySelector("h3").textContent,
      on: link.hasAttribute("aria-current")
    };
    return value;
  });
  let order = own, page = 1, left = [];

  const chosenValues = () => values.filter(value => value.on);

  /** Whether a row passes every dimension but one. `on`: the chosen values. */
  const passes = (row, on, except) => on.every(({ dimension }) =>
    dimension === except || on.some(value => value.dimension === dimension && row.has(value.key)));

  /** The address of a page of the whole list with this choice. */
  const address = (order, page) => {
    const kept = new URLSearchParams();
    chosenValues().forEach(value => kept.append(value.dimension, value.name));
    if (order) kept.set("volgorde", order);
    if (page > 1) kept.set("pagina", page);
    return (home || location.pathname) + (`${kept}` && `?${kept}`);
  };

  /** What needs the rows themselves waits for their script: one can be read from a disk, other data cannot. */
  const withRows = then => {
    if (window.weerklankRijen) return then(window.weerklankRijen);
    const script = document.createElement("script");
    script.src = filter;
    script.onload = () => then(window.weerklankRijen);
    document.head.append(script);
  };

  const draw = table => {
    const first = (page - 1) * size, of = Math.ceil(left.length / size), ways = document.createElement("ul");
    const shown = left.slice(first, first + size);
    const way = (text, to) => {
      const link = document.createElement("a"), item = document.createElement("li");
      link.textContent = text;
      link.href = address(order, to);
      if (text === page) link.setAttribute("aria-current", "page");
      item.append(link);
      ways.append(item);
    };
    if (page > 1) way("Vorige", page - 1);
    for (let to = 1; to <= of; to++) if (to === 1 || to === of || Math.abs(to - page) < 3) way(to, to);
    if (page < of) way("Volgende", page + 1);
    list.innerHTML = shown.map(place => table.rijen[place][1]).join("");
    around[0].textContent = of > 1 ? `${first + 1}–${first + shown.length} van ${left.length}` : "";
    around[1].replaceChildren(...of > 1 ? [ways] : []);
    list.ariaBusy = "false";
  };

  const show = () => {
    const on = chosenValues(), some = on.length > 0;
    left = (data.orders[order] || rows.map((_, place) => place)).filter(place => passes(rows[place], on));
    values.forEach(value => {
      const number = rows.filter(row => row.has(value.key) && passes(row, on, value.dimension)).length;
      value.button.lastElementChild.textContent = number;
      value.button.ariaPressed = value.on;
      value.button.disabled = !number && !value.on;
    });
    document.querySelectorAll("[data-order]").forEach(link => {
      link.href = address(link.dataset.order);
      link.ariaCurrent = link.dataset.order === order;
    });
    byId("aantal-gekozen").textContent = some ? `: ${on.length} gekozen` : "";
    if (home) return;
    status.textContent = (some ? left.length + " van " : "") + status.dataset.all;
    byId("keuzes").textContent = on.map((value, place) => (place && on[place - 1].group === value.group
      ? " of " : (place ? ", en " : "") + value.group + ": ") + value.label).join("");
    chosen.hidden = !some;
    files.hidden = some;
    none.hidden = left.length;
    csv.hidden = !left.length;
    csv.textContent = `Deze ${left.length} als csv`;
    if (some || order || page > 1) {
      list.ariaBusy = "true";
      withRows(draw);
    } else parts.forEach((part, place) => { part.innerHTML = made[place]; });
  };

  /** Take the choice from the address. */
  const read = () => {
    const asked = new URLSearchParams(location.search);
    order = asked.get("volgorde") || "";
    page = Number(asked.get("pagina")) || 1;
    values.forEach(value => {
      value.on = asked.getAll(value.dimension).includes(value.name);
      const fold = value.button.closest("details details");
      if (value.on && fold) fold.open = true;
    });
    show();
  };

  /** Keep the choice in the address, so that it can be shared and left with the back button. */
  const write = () => {
    if (home) return location.assign(address(order));
    page = 1;
    history.pushState(null, "", address(order));
    show();
  };

  document.querySelectorAll(".orders").forEach(item => { item.hidden = false; });
  if (matchMedia("(min-width: 64rem)").matches) document.querySelector(".facets-fold").open = true;
  if (home) return show();

  byId("wis").addEventListener("click", () => {
    chosenValues().forEach(value => { value.on = false; });
    write();
    status.focus();   // the button that had the focus is gone
  });

  /** The rows that are left, with the head and the bytes of the whole table. */
  csv.addEventListener("click", () => withRows(table => {
    const link = document.createElement("a");
    const lines = [table.kop, ...left.map(place => table.rijen[place][0]), ""];
    link.href = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/csv" }));
    link.download = name;
    link.click();
    setTimeout(URL.revokeObjectURL, 1000, link.href);
  }));

  addEventListener("popstate", read);
  read();
})();
