"use strict";
// The page works without this file; it makes sending quick: Enter sends, one's own words show at once.

const log = document.getElementById("log");
const form = document.getElementById("composer");
const text = document.getElementById("text");
let sending = null;

function bubble(words, kind) {
  const paragraph = document.createElement("p");
  paragraph.textContent = words;
  const box = document.createElement("div");
  box.className = `bubble ${kind}`;
  box.append(paragraph);
  return box;
}

function typing() {
  const box = document.createElement("div");
  box.className = "bubble typing";
  box.setAttribute("aria-hidden", "true");
  box.append(...[1, 2, 3].map(() => document.createElement("i")));
  return box;
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
}

text.addEventListener("keydown", (event) => {
  // While an input method is composing, Enter chooses a word.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    if (text.value.trim()) form.requestSubmit(form.querySelector(".send"));
  }
});

document.body.addEventListener("htmx:beforeSend", (event) => {
  const sent = event.detail.requestConfig.parameters;
  const words = String(sent.choice || sent.text);
  sending = document.createElement("div");
  sending.className = "exchange";
  sending.append(bubble(words, "mine"), typing());
  sending.dataset.typed = sent.choice ? "" : words;
  log.querySelectorAll(".problem").forEach((old) => old.remove());
  log.append(sending);
  if (!sent.choice) text.value = "";
  toEnd();
});

document.body.addEventListener("htmx:beforeSwap", () => {
  if (sending) sending.remove();
});

document.body.addEventListener("htmx:afterSwap", toEnd);

document.body.addEventListener("htmx:afterRequest", (event) => {
  if (sending) {
    sending.remove();
    // The key of the message is still the same, so sending it again cannot record it twice.
    if (!event.detail.successful) {
      log.append(bubble(form.dataset.notSent, "problem"));
      text.value = sending.dataset.typed + text.value;
    }
    sending = null;
  }
  toEnd();
});

toEnd();
if (matchMedia("(pointer: fine)").matches) text.focus();
