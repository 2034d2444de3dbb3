"use strict";
// The page works without this file; it makes sending quick: Enter sends, one's own words show at once, and what is said
// before an answer came waits for its turn.

const log = document.getElementById("log");
const form = document.getElementById("composer");
const text = document.getElementById("text");
const notSent = document.getElementById("not-sent");
// Each message gets a key when it is sent off: sent again, it is the same message and is recorded once.
const page = document.getElementById("message-id").value;
const previews = document.getElementById("photos");
const tooMany = document.getElementById("too-many");
const MOST_PHOTOS = 9;
const pickers = [...form.querySelectorAll("input[type=file]")];
const waiting = [];
let photos = [];
let count = 0;
let isSending = false;
let isStale = false;

function element(tag, kind, ...children) {
  const made = document.createElement(tag);
  made.className = kind;
  made.append(...children);
  return made;
}

function toEnd() {
  log.parentElement.scrollTop = log.parentElement.scrollHeight;
}

function photoBubble(photo) {
  const image = document.createElement("img");
  image.src = URL.createObjectURL(photo);
  image.alt = "";
  return element("div", "bubble mine photo", image);
}

function say(said, shown, files = []) {
  const bubbles = files.map(photoBubble);
  if (shown) bubbles.push(element("div", "bubble mine", element("p", "", shown)));
  const box = element("div", "exchange", ...bubbles);
  count += 1;
  const values = new FormData();
  for (const [name, value] of Object.entries({ ...said, message_id: `${page}.${count}` })) values.set(name, value);
  for (const file of files) values.append("photo", file);
  waiting.push({ box, values });
  log.append(box);
  sendFirst();
  toEnd();
}

function sendFirst() {
  if (isSending || !waiting.length) return;
  const { box, values } = waiting[0];
  isSending = true;
  notSent.hidden = true;
  box.append(element("div", "bubble typing", ...[1, 2, 3].map(() => element("i", ""))));
  const token = form.elements.csrfmiddlewaretoken.value;
  // Why it failed is told by the event below.
  htmx.ajax("POST", form.action, { source: log, target: box, swap: "outerHTML", values, headers: { "X-CSRFToken": token } }).catch(() => {});
}

function showPhotos() {
  previews.replaceChildren(...photos.map((photo) => {
    const image = document.createElement("img");
    image.src = URL.createObjectURL(photo);
    image.alt = "";
    const button = element("button", "", image);
    button.type = "button";
    button.ariaLabel = previews.dataset.leaveOut;
    button.addEventListener("click", () => {
      photos = photos.filter((other) => other !== photo);
      showPhotos();
    });
    return button;
  }));
}

for (const picker of pickers) {
  picker.addEventListener("change", () => {
    const chosen = [...photos, ...picker.files];
    photos = chosen.slice(0, MOST_PHOTOS);
    tooMany.hidden = chosen.length <= MOST_PHOTOS;
    picker.value = "";
    showPhotos();
  });
}

document.body.addEventListener("htmx:afterRequest", (event) => {
  // What is looked at again by itself was not sent by anybody.
  if (event.detail.requestConfig.verb !== "post") return;
  isSending = false;
  if (event.detail.successful) {
    waiting.shift();
    sendFirst();
    if (isStale && !waiting.length && !text.value) location.reload();
  } else {
    // The words stay where they are, and so does the order of what follows them.
    waiting[0].box.querySelector(".typing").remove();
    notSent.hidden = false;
  }
  toEnd();
});

document.body.addEventListener("htmx:afterSettle", toEnd);
// A photo has its height only once it is there.
log.addEventListener("load", toEnd, true);
// The words around the conversation are in another language now.
document.body.addEventListener("stale", () => { isStale = true; });
notSent.querySelector("button").addEventListener("click", sendFirst);
window.addEventListener("online", sendFirst);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (button && button.name === "choice") {
    // A second press of the same answer finds nothing left to press.
    document.getElementById("choices").replaceChildren();
    say({ choice: button.value }, button.dataset.words || button.value);
  } else if (text.value.trim() || photos.length) {
    say({ text: text.value }, text.value, photos);
    text.value = "";
    photos = [];
    tooMany.hidden = true;
    showPhotos();
  }
});

text.addEventListener("keydown", (event) => {
  // While an input method is composing, Enter chooses a word.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    if (text.value.trim() || photos.length) form.requestSubmit(form.querySelector(".send"));
  }
});

toEnd();
if (matchMedia("(pointer: fine)").matches) text.focus();
