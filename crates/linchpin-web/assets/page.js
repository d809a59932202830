// Makes pages quicker to use; everything works without it.
// - a number or sentence opens where it comes from beside the text, as does a mark in a figure
// - what is cited is copied with one click

const dialog = document.querySelector("#thread");
const live = document.querySelector("#live");
let asked = 0;

/** Shows the page at an address in the dialog; where that fails, goes there. */
async function show(href) {
  const own = ++asked;
  try {
    const reply = await fetch(href);
    if (!reply.ok) throw new Error(reply.statusText);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const article = page.querySelector("article.thread");
    if (!article) throw new Error("no thread");
    if (own !== asked) return;
    // ids and notes belong to the page itself
    article.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    article.querySelectorAll(".mark,.cite").forEach((one) => one.remove());
    const heading = article.querySelector("h1");
    if (heading) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = heading.textContent;
      heading.replaceChildren(link);
    }
    dialog.querySelector("div").replaceChildren(document.adoptNode(article));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  } catch {
    location.assign(href);
  }
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const href = event.target.closest("a.thread,a.stated")?.getAttribute("href");
  if (!href) return;
  const path = new URL(href, location.href).pathname;
  if (!/^\/(de|en)\/(why|statement)\//.test(path)) return;
  event.preventDefault();
  show(href);
});

// a click beside the dialog closes it
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

for (const cite of document.querySelectorAll(".cite")) {
  cite.addEventListener("toggle", () => {
    const button = cite.querySelector("button");
    button.hidden = !navigator.clipboard;
  });
  cite.querySelector("button").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(cite.querySelector(".text").textContent);
      // the same words again are said again only if they were gone
      live.textContent = "";
      requestAnimationFrame(() => (live.textContent = live.dataset.copied));
      cite.querySelector("button").textContent = live.dataset.copied;
    } catch {
      getSelection().selectAllChildren(cite.querySelector(".text"));
    }
  });
}
