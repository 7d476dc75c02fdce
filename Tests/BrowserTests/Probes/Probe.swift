/// Functions that run in the page and list what is wrong with it, each entry short enough to find the place.
enum Probe {
    /// Elements that reach beyond the right edge of the screen with all folds open, unless an element around them scrolls or cuts.
    static let overflow = """
        for (const fold of document.querySelectorAll("details")) fold.open = true;
        const width = document.documentElement.clientWidth, wide = [];
        const visit = element => {
          const box = element.getBoundingClientRect();
          if (box.width > 0 && box.right > width + 1) wide.push(describe(element) + " ends at " + Math.round(box.right));
          if (getComputedStyle(element).overflowX === "visible") for (const child of element.children) visit(child);
        };
        for (const element of document.body.children) visit(element);
        if (document.documentElement.scrollWidth > width) {
          // What is placed absolutely escapes a scrolling box that is not positioned itself.
          const loose = [...document.body.querySelectorAll("*")].filter(element => getComputedStyle(element).position === "absolute");
          const far = loose.find(element => element.getBoundingClientRect().right > width + 1);
          wide.push("the page is " + document.documentElement.scrollWidth + " wide" + (far ? ", perhaps for " + describe(far) : ""));
        }
        return wide.slice(0, 9);
        \(describe)
        """

    /// Links inside a sentence may be as low as its line: WCAG 2.2, criterion 2.5.8.
    static let lowTargets = """
        const targets = [...document.querySelectorAll("a[href], button, select, summary, input")].filter(element =>
          element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).display !== "inline" && !element.matches(".skip"));
        const height = element => Math.max(...[element, ...(element.labels ?? [])].map(part => part.getBoundingClientRect().height));
        return targets.filter(element => height(element) < 23.99).map(element => describe(element) + " is " + height(element) + " high").slice(0, 9);
        \(describe)
        """

    static let headingLevels =
        #"return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(heading => Number(heading.tagName[1]))"#

    static let repeatedIDs = """
        const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place);
        """

    /// Links within the page, drawings used, labels and descriptions whose target is missing.
    static let deadReferences = """
        const dead = [];
        const check = (element, id) => { if (id && !document.getElementById(id)) dead.push(describe(element) + " to " + id); };
        for (const link of document.querySelectorAll("[href^='#']")) check(link, decodeURIComponent(link.getAttribute("href").slice(1)));
        for (const name of ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"])
          for (const element of document.querySelectorAll("[" + name + "]")) element.getAttribute(name).split(/\\s+/).forEach(id => check(element, id));
        return dead.slice(0, 9);
        \(describe)
        """

    static let foreignLinks = """
        return [...document.querySelectorAll("[href], [src], [srcset], [action], [data], [poster]")]
          .filter(element => !element.getAttribute("href")?.startsWith("#")).map(describe).slice(0, 9);
        \(describe)
        """

    static let faultyTables = """
        const named = table => table.caption?.textContent.trim() || table.getAttribute("aria-label") || table.getAttribute("aria-labelledby");
        const tables = [...document.querySelectorAll("table")].filter(table => !named(table)).map(table => describe(table) + " without caption");
        const heads = [...document.querySelectorAll("th:not([scope])")].map(head => describe(head) + " without scope");
        return [...tables, ...heads].slice(0, 9);
        \(describe)
        """

    static let inlineCode = """
        const styled = [...document.querySelectorAll("[style]")];
        const handling = [...document.querySelectorAll("*")].filter(element => element.getAttributeNames().some(name => name.startsWith("on")));
        const blocks = [...document.querySelectorAll("body style, script ~ script, style ~ style")];
        return [...styled, ...handling, ...blocks].map(describe).slice(0, 9);
        \(describe)
        """

    /// A name for an element in a list of faults.
    static let describe = """
        function describe(element) {
          const name = element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + [...element.classList].map(name => "." + name).join("");
          return name + " \\u201C" + element.textContent.trim().slice(0, 30) + "\\u201D";
        }
        """
}
