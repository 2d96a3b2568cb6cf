// The search of the stylebook: every word that is typed must begin a word of a rule.
(() => {
  const box = document.getElementById("search");
  const input = box.querySelector("input");
  const list = box.querySelector("ol");
  const MOST = 12;

  const score = (rule, words) => {
    let sum = 0;
    for (const word of words) {
      const title = rule.title.toLowerCase();
      if (title.startsWith(word) || title.includes(" " + word)) sum += 10;
      else if (rule.text.startsWith(word) || [" ", "“", "/", "-", "(", "‘", "'", '"'].some((c) => rule.text.includes(c + word))) sum += 1;
      else return 0;
    }
    return sum;
  };

  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = RULES.map((rule) => [score(rule, words), rule])
      .filter(([points]) => points > 0)
      .sort((a, b) => b[0] - a[0]);
    list.replaceChildren(
      ...found.slice(0, MOST).map(([, rule]) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const small = document.createElement("small");
        link.href = rule.address;
        link.textContent = rule.title;
        small.textContent = rule.chapter;
        item.append(link, " ", small);
        return item;
      }),
    );
    if (words.length && found.length !== Math.min(found.length, MOST)) {
      const more = document.createElement("li");
      more.textContent = `and ${found.length - MOST} more`;
      list.append(more);
    } else if (words.length && !found.length) {
      const none = document.createElement("li");
      none.textContent = "No rule has these words.";
      list.append(none);
    }
  };

  box.hidden = false;
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) location.href = first.href;
    if (event.key === "Escape") { input.value = ""; show(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) { event.preventDefault(); input.focus(); }
  });
  list.addEventListener("click", () => { input.value = ""; show(); });
})();
