// Sends what the forms of the API's page hold, and shows the answer beneath.

for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form);
  });
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const output = form.parentElement?.querySelector("output");
  if (!output) return;
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === "string" ? value : value.name,
  ]);
  const query = new URLSearchParams(
    entries.filter(([name, value]) => name !== "body" && value !== ""),
  );
  const body = entries.find(([name]) => name === "body")?.[1];
  const address = `${form.getAttribute("action")}${query.size === 0 ? "" : `?${query}`}`;
  try {
    const response = await fetch(address, {
      method: form.dataset["method"],
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body,
    });
    show(output, `${response.status} ${response.statusText}`, pretty(await response.text()));
  } catch (error) {
    show(output, String(error), "");
  }
}

/** @param {string} text */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** @param {HTMLOutputElement} output
 * @param {string} status
 * @param {string} text */
function show(output, status, text) {
  const heading = document.createElement("p");
  heading.textContent = status;
  const answer = document.createElement("pre");
  answer.tabIndex = 0;
  answer.textContent = text;
  output.replaceChildren(heading, answer);
}
