// Tables of class "searchable" get a field that leaves the rows in which its words stand.
for (const table of document.querySelectorAll("table.searchable")) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  const count = document.createElement("span");
  field.type = "search";
  count.setAttribute("role", "status");
  count.className = "soft";
  label.append("Search ", field, " ");
  const line = document.createElement("p");
  line.append(label, count);
  table.parentElement.before(line);
  const rows = [...table.tBodies[0].rows];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !words.every((word) => texts.get(row).includes(word));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = words.length ? `${shown} of ${rows.length}` : "";
  };
  field.addEventListener("input", show);
}
