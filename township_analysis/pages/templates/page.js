"use strict";
// Tables that sort and filter, the switch of the code, the search among cards. Without this a page is whole, only still.
const words = document.body.dataset;
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const plain = (text) => text.normalize("NFKC").toLowerCase().trim();
const made = (name, properties) => Object.assign(document.createElement(name), properties);
const MANY = 10; // rows from which on a table has a filter

function keyOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.key ?? cell.textContent.trim();
}

function compare(one, other) {
  if (!one || !other) return !one - !other; // what is empty comes last
  const [a, b] = [Number(one), Number(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one.localeCompare(other, "zh") : a - b;
}

function sortBy(table, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const keyed = [...body.rows].map((row) => [keyOf(row, head.cellIndex), row]);
  keyed.sort(([one], [other]) => (down && one && other ? compare(other, one) : compare(one, other)));
  all("th", table).forEach((other) => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  showAll(table);
  body.append(...keyed.map(([, row]) => row));
}

// What only repeats the row above is not seen, as long as the rows are in their own order.
function showAll(table) {
  all(".ta-same", table).forEach((cell) => cell.classList.remove("ta-same"));
}

function search(box, items, found, label) {
  const field = made("input", { type: "search", placeholder: label, ariaLabel: label });
  const count = made("output", {});
  field.addEventListener("input", () => {
    const terms = plain(field.value).split(/\s+/).filter(Boolean);
    for (const item of items) item.hidden = !terms.every((term) => plain(item.dataset.search ?? item.textContent).includes(term));
    count.value = terms.length ? `${items.filter((item) => !item.hidden).length} / ${items.length}` : "";
    found();
  });
  box.append(field, count);
}

function prepare(cell, name) {
  cell.dataset.head = name;
  if (!cell.childNodes.length) return;
  const content = made("div", {});
  content.append(...cell.childNodes);
  cell.append(content);
}

for (const table of all(".ta table")) {
  const heads = all("thead th", table);
  const rows = all("tbody tr", table);
  table.classList.add("ta-stack"); // on a phone each row is a list of names and values
  for (const row of rows) [...row.cells].forEach((cell, index) => prepare(cell, heads[index]?.textContent ?? ""));
  if (rows.length < 3 || heads.length < 2) continue;
  for (const head of heads) {
    const button = made("button", { type: "button", title: words.sort });
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(table, head));
    head.append(button);
  }
  if (rows.length < MANY) continue;
  const box = made("div", { className: "ta-filter" });
  search(box, rows, () => showAll(table), words.filter);
  (table.closest(".ta-scroll") ?? table).before(box);
}

for (const box of all(".search")) {
  const groups = all(".group");
  const found = () => groups.forEach((group) => (group.hidden = !all(".card", group).some((card) => !card.hidden)));
  search(box, all(".card"), found, words.search);
}

for (const button of all("button.code")) {
  button.hidden = !document.querySelector(".ta-code");
  button.addEventListener("click", () => {
    const shown = document.body.classList.toggle("with-code");
    button.textContent = shown ? words.hide : words.show;
    button.setAttribute("aria-pressed", shown);
  });
}
