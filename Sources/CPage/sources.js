
// Only on pages with many sources: a choice of those that stand first, and a search for names. Both only move and hide what is there.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const picks = all("#pick select"), heads = all("#answer th[data-s]"), tables = all("#answer table");
  const filter = document.getElementById("filter");
  const number = item => item.dataset.s ?? item.id.split("-")[2];
  const name = head => head.querySelector("[title]")?.title ?? head.firstChild.textContent;
  const names = new Map(heads.map(head => [number(head), name(head)]));

  // The cells of the short answer know their source from the head of their column.
  const row = place => () => tables.flatMap(table => [...table.rows[place].cells].slice(1));
  const rows = tables.length ? [...tables[0].rows].map((_, place) => row(place)) : [];
  rows.forEach(cells => cells().forEach((cell, place) => { cell.dataset.s = number(heads[place]); }));

  // Wherever sources stand in a row, places stay as they are; the choice decides who stands there.
  const listing = items => ({ items, original: items() });
  const lists = () => [
    ...rows, () => all(".strips > li"),
    ...all(".turn").map(part => () => all("tr[data-s]", part)),
    ...all("#evidence .framing").map(part => () => all(".columns > div", part))
  ].map(listing);
  const placeholder = item => {
    const mark = document.createComment("");
    item.before(mark);
    return mark;
  };
  let chosen = heads.slice(0, picks.length).map(number), known = null;
  const rank = item => {
    const place = chosen.indexOf(number(item));
    return place < 0 ? chosen.length : place;
  };
  const arrange = () => {
    for (const { items, original } of known) {
      const places = items().map(placeholder);
      [...original].sort((one, other) => rank(one) - rank(other)).forEach((item, place) => places[place].replaceWith(item));
    }
  };
  const show = () => picks.forEach((pick, place) => { pick.value = chosen[place]; });
  const options = [...names].sort((one, other) => one[1] < other[1] ? -1 : 1);
  picks.forEach((pick, place) => {
    pick.append(...options.map(([value, text]) => new Option(text, value)));
    pick.addEventListener("change", () => {
      known ??= lists();
      // Who is chosen twice changes places with the one that stood here.
      const taken = chosen.indexOf(pick.value);
      if (taken >= 0) chosen[taken] = chosen[place];
      chosen[place] = pick.value;
      show();
      arrange();
    });
  });
  show();

  // Rows of other sources hide while something is typed; folds open, so that what is found shows.
  filter?.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    const found = new Set([...names.keys()].filter(value => names.get(value).toLowerCase().includes(wanted)));
    all(".turn tr[data-s]").forEach(item => { item.hidden = !found.has(number(item)); });
    if (wanted) all(".turn details").forEach(fold => { fold.open = true; });
    filter.closest("p").querySelector("output").textContent = wanted ? found.size + " of " + names.size + " sources" : "";
  });
})();
