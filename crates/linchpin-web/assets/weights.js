// Scores, intervals and order follow the weights while they are moved. Answers that are overtaken are dropped.

const form = document.querySelector("#weigh");
const sliders = [...form.querySelectorAll("input[type=range]")];
const link = document.querySelector("#weights-link");
const lang = form.dataset.lang;
const score = new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const levels = new Map();
let newest = 0;
let running = null;
let waiting = false;

function query() {
  const state = new URLSearchParams(new URL(form.dataset.answer, location.href).search);
  for (const name of [...state.keys()]) if (name.startsWith("w-")) state.delete(name);
  for (const slider of sliders) state.append(slider.name, slider.value);
  state.sort();
  return state;
}

/** The shares that the sliders say. */
function shares() {
  const total = sliders.reduce((sum, slider) => sum + Number(slider.value), 0);
  for (const slider of sliders) {
    const share = total ? Math.round((100 * slider.value) / total) : 0;
    form.querySelector(`output[for="${CSS.escape(slider.id)}"]`).textContent = lang === "de" ? `${share}\u00a0%` : `${share}%`;
  }
}

/** A bar as the server draws it: the same marks, moved. */
function draw(row, shown) {
  const [cell, template] = [row.querySelector(".own"), row.querySelector("svg")];
  if (!shown) {
    cell.replaceChildren(note(form.dataset.weighsNothing));
    return;
  }
  const svg = template.cloneNode(false);
  const place = (value) => 5 + 170 * value;
  const mark = (name, d, width) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", name);
    path.setAttribute("d", d);
    if (width) path.setAttribute("stroke-width", width);
    svg.append(path);
    return path;
  };
  mark("s-faint", "M5 9L175 9", 1);
  mark("s-faint", "M5 6L5 12M175 6L175 12", 1);
  if (shown.shown) {
    const [low, high] = shown.score.i90.map(place);
    const [from, to] = shown.score.i50.map(place);
    const block = `M${from} 4.5L${to} 4.5L${to} 13.5L${from} 13.5Z`;
    mark("s-first", `M${low} 9L${high} 9`, 2);
    mark("f-paper", block);
    mark("f-first", block).setAttribute("fill-opacity", "0.45");
    const x = place(shown.score.mean);
    mark("f-first", `M${x - 3.6} 9a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z`);
  }
  const { mean, i90 } = shown.score;
  const why = (text) => {
    const link = document.createElement("a");
    link.className = "thread";
    link.href = row.dataset.why;
    link.textContent = text;
    return link;
  };
  const interval = i90.map((end) => score.format(end)).join("–");
  const told = [`${levels.get(shown.level) ?? shown.level}, `, why(score.format(mean)), " (", why(interval), ")"];
  cell.replaceChildren(svg, shown.shown ? note(...told) : note(form.dataset.tooLittle));
}

function note(...parts) {
  const span = document.createElement("span");
  span.append(...parts);
  return span;
}

function put(answer) {
  for (const tie of answer.ties) {
    const box = document.querySelector(`[data-tie="${CSS.escape(tie.tie)}"]`);
    for (const node of tie.nodes) {
      const row = box.querySelector(`tr[data-node="${CSS.escape(node.node)}"]`);
      draw(row, node.own);
    }
  }
  const name = (tie) => document.querySelector(`[data-tie="${CSS.escape(tie)}"] h3`).textContent;
  const order = answer.own_order.map(name).join(" > ");
  document.querySelector("#own-order").textContent = order || form.dataset.noOrder;
  form.dataset.drawn = newest;
}

/** Asks for the scores by the weights as they are now; one question at a time, and only the newest answer counts. */
async function ask() {
  if (running) {
    waiting = true;
    running.abort();
    return;
  }
  const own = ++newest;
  running = new AbortController();
  const state = query();
  try {
    const reply = await fetch(`${new URL(form.dataset.answer, location.href).pathname}?${state}`, { signal: running.signal });
    if (reply.ok && own === newest) put(await reply.json());
  } catch (error) {
    if (error.name !== "AbortError") form.dataset.failed = error.message;
  }
  running = null;
  if (waiting) {
    waiting = false;
    ask();
  }
}

function moved() {
  shares();
  const address = new URL(location.href);
  for (const name of [...address.searchParams.keys()]) if (name.startsWith("w-")) address.searchParams.delete(name);
  for (const slider of sliders) address.searchParams.append(slider.name, slider.value);
  address.searchParams.sort();
  link.href = address.href;
  ask();
}

/** The address carries the weights once a slider rests, so that reloading and going back keep them. */
function rested() {
  history.replaceState(null, "", link.href);
}

form.dataset.levels.split(";").forEach((pair) => levels.set(...pair.split("=")));
sliders.forEach((slider) => {
  slider.addEventListener("input", moved);
  slider.addEventListener("change", rested);
});
document.querySelector("#reset").addEventListener("click", (event) => {
  event.preventDefault();
  sliders.forEach((slider) => (slider.value = slider.dataset.official));
  moved();
  history.replaceState(null, "", event.currentTarget.href);
});
const address = new URL(location.href);
link.href = address.href;
form.querySelector("button").hidden = true;
