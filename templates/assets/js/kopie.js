/* A button that copies the plain edition of this page, as markup and as text. Without this script the link stays. */
/* And one at each line that says how to cite; without this script a touch selects such a line. */
{
  const link = document.querySelector("[data-kopie]");
  const button = document.createElement("button");
  button.textContent = "Kopieer deze pagina zonder opmaak";
  button.onclick = () => {
    const main = fetch(link).then((file) => file.text()).then((text) =>
      new DOMParser().parseFromString(text, "text/html").querySelector("main"));
    const as = (type, what) => main.then((found) => new Blob([found[what]], { type }));
    // The promises go along: a browser allows no copying long after the click.
    navigator.clipboard.write([new ClipboardItem({
      "text/html": as("text/html", "innerHTML"), "text/plain": as("text/plain", "textContent")
    })]).then(() => "Gekopieerd.", () => "Kopiëren lukt hier niet: open de link.")
      .then((words) => { link.nextElementSibling.textContent = words; });
  };
  if (window.ClipboardItem) link.before(button, " ");
  if (navigator.clipboard) for (const line of document.querySelectorAll(".copy")) {
    const words = line.textContent;
    const copy = document.createElement("button");
    copy.className = "control";
    copy.textContent = "Kopieer";
    copy.ariaLive = "polite";
    copy.onclick = () => navigator.clipboard.writeText(words).then(() => { copy.textContent = "Gekopieerd."; });
    line.append(" ", copy);
  }
}
