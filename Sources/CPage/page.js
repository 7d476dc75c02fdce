
// The page works without this script. It adds a panel that shows the sentences behind a cell, a choice of theme,
// the current section in the bar, two articles at a time, and single-key shortcuts for those who ask for them. It only copies and moves
// what is in the page already: no storage, no requests, no markup made from text.
(() => {
  "use strict";
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const target = link => byId(link.hash.slice(1));
  root.classList.add("js");

  // Theme: automatic, light, dark.
  const theme = byId("theme");
  const themes = [["", "Auto", "automatic"], ["light", "Light", "light"], ["dark", "Dark", "dark"]];
  let chosen = 0;
  theme.addEventListener("click", () => {
    chosen = (chosen + 1) % themes.length;
    const [value, name, label] = themes[chosen];
    if (value) root.dataset.theme = value; else delete root.dataset.theme;
    byId("theme-name").textContent = name;
    theme.setAttribute("aria-label", "Colour theme: " + label);
  });

  // The section being read is marked in the bar.
  const entries = new Map(all(".nav a").map(link => [target(link), link]));
  const watch = new IntersectionObserver(changes => {
    for (const change of changes) {
      if (!change.isIntersecting) continue;
      entries.forEach(link => link.removeAttribute("aria-current"));
      entries.get(change.target).setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-20% 0px -70% 0px" });
  entries.forEach((_, section) => watch.observe(section));

  // The panel shows a copy of a cell's sentences.
  const panel = byId("panel"), title = byId("panel-title"), sentences = byId("panel-sentences");
  let opener = null;
  const isCell = element => element.parentElement.classList.contains("columns");
  const firstText = element => [...element.childNodes].map(node => node.textContent.trim()).find(text => text) || "";
  const open = (link, cell) => {
    sentences.replaceChildren(...all("li", cell).map(item => item.cloneNode(true)));
    for (const note of all(".kept", cell)) {
      const item = document.createElement("li");
      item.append(note.cloneNode(true));
      sentences.append(item);
    }
    panel.className = "panel " + (cell.closest(".concept")?.className ?? "").replace("concept", "");
    title.textContent = firstText(cell.closest(".framing").querySelector("h4")) + " \u2014 " + firstText(cell.querySelector("h5"));
    if (!panel.open) panel.show();
    panel.scrollTop = 0;
    opener = link;
    title.focus();
  };
  const close = () => {
    if (!panel.open) return;
    panel.close();
    if (opener) opener.focus();
  };
  byId("panel-close").addEventListener("click", close);

  // Two articles at a time; choosing the same twice moves the other choice on.
  const choices = all("#read select"), texts = all("#read article");
  const showPair = () => {
    const chosen = choices.map(choice => byId(choice.value));
    texts.forEach(text => { text.hidden = !chosen.includes(text); });
    chosen.forEach(text => text.parentElement.append(text));
  };
  const keepApart = (other, changed) => {
    if (other.value === changed.value) other.selectedIndex = (other.selectedIndex + 1) % other.options.length;
    showPair();
  };
  choices.forEach((choice, side) => choice.addEventListener("change", () => keepApart(choices[1 - side], choice)));
  if (choices.length) showPair();

  // A link into a closed fold opens it; one to a sentence puts its article in the reader.
  const reveal = (element, behavior = "auto") => {
    const text = element.closest("#read article");
    if (text) {
      if (text.hidden) {
        choices[0].value = text.id;
        showPair();
      }
    }
    if (text || isCell(element)) element.tabIndex = -1;
    for (let parent = element; parent; parent = parent.parentElement) if (parent.tagName === "DETAILS") parent.open = true;
    element.scrollIntoView({ behavior });
    if (element.hasAttribute("tabindex")) element.focus({ preventScroll: true });
  };
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const place = target(link);
    if (!place) return;
    if (isCell(place) && !panel.contains(link)) {
      event.preventDefault();
      open(link, place);
    } else {
      if (panel.contains(link) && matchMedia("(max-width: 46rem)").matches) close();
      reveal(place);
    }
  });
  const fromAddress = behavior => { const place = byId(location.hash.slice(1)); if (place) reveal(place, behavior); };
  addEventListener("hashchange", () => fromAddress());
  fromAddress("instant");

  // Esc closes the panel; single letters act only after the reader has asked for them.
  const shortcuts = byId("keys");
  const step = direction => {
    const sections = all("main > section[id]");
    const line = scrollY + 80;
    const following = sections.findIndex(section => section.offsetTop > line + 4);
    const next = following < 0 ? sections.length : following;
    const wanted = sections[direction > 0 ? next : Math.max(0, next - 2)];
    if (wanted) location.hash = wanted.id;
  };
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") return close();
    if (!shortcuts.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "e" && byId("evidence")) {
      location.hash = "evidence";
      byId("evidence").querySelector("summary").focus();
    }
  });

  // Paper gets the folds of concepts open, and where sources are few those of sections; afterwards they are as the reader left them.
  const folds = () => all(document.getElementById("pick") ? "details.concept" : "details.concept, details.more:not(.rest)");
  addEventListener("beforeprint", () => folds().forEach(fold => { fold.dataset.was = fold.open ? "open" : ""; fold.open = true; }));
  addEventListener("afterprint", () => folds().forEach(fold => { fold.open = fold.dataset.was === "open"; delete fold.dataset.was; }));
})();
