"use strict";
const $ = (id) => document.getElementById(id);
const KINDS = ["personal-subscription", "verified-subscription", "unverified-service", "verified-service", "test-account"];
const FAULTS = {
  push: ["dup", "dup_parallel", "drop_first_ack", "skew", "bad_signature", "bad_msg_signature", "downgrade", "compat_mismatch", "bomb"],
  api: ["errcode", "delay", "hang", "reset", "http", "html200", "token_expire_now", "token_kill_other", "quota_zero"],
};
let who = new URLSearchParams(location.search).get("phone") || "ada";
let seen = 0;
let latest = 0;
const drawn = {};

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { $("toast").hidden = true; }, 3000);
}

async function post(path, body, isRaw) {
  const answer = await fetch(path, { method: "POST", body: isRaw ? body : JSON.stringify(body) });
  if (!answer.ok) toast((await answer.json()).error);
  refresh();
}
const act = (action, more) => post("/__sim__/do", { phone: who, action, ...more });

// A text may hold links as WeChat allows them: <a href="...">words</a>; everything else stays text.
function fill(node, text) {
  const link = /<a\s[^>]*?href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g;
  let from = 0;
  for (const found of text.matchAll(link)) {
    node.append(text.slice(from, found.index));
    node.append(anchor(found[1].replaceAll("&amp;", "&"), found[2]));
    from = found.index + found[0].length;
  }
  node.append(text.slice(from));
}

function anchor(address, words) {
  const node = make("a", "", words);
  if (address.startsWith("weixin://bizmsgmenu?")) {
    const asked = new URLSearchParams(address.split("?")[1]);
    node.href = "#";
    node.onclick = () => { act("touch", { text: asked.get("msgmenucontent"), id: asked.get("msgmenuid") }); return false; };
  } else if (/^https?:/.test(address)) {
    node.href = address;
    node.target = "_blank";
    node.rel = "noopener";
  }
  return node;
}

const NAMES = { voice: "〔语音〕", video: "〔视频〕", location: "〔位置〕", link: "〔链接〕", file: "〔文件〕", sticker: "〔表情〕", news: "〔图文〕" };
const SOURCES = { template: "模板消息", notice: "订阅通知" };

function draw(bubble) {
  if (bubble.at - latest > 300) {
    $("talk").append(make("p", "time", new Date(bubble.at * 1000).toLocaleString("zh-CN", { dateStyle: "short", timeStyle: "short" })));
  }
  latest = bubble.at;
  const row = make("div", bubble.mine ? "row mine" : "row");
  const words = make("div", bubble.source === "fault" ? "words fault" : "words");
  if (SOURCES[bubble.source]) words.append(make("small", "", SOURCES[bubble.source]));
  if (bubble.media) {
    const image = make("img");
    image.src = bubble.media;
    image.alt = "照片";
    image.onload = toEnd;
    words.classList.add("picture");
    words.append(image);
  }
  if (NAMES[bubble.kind]) words.append(NAMES[bubble.kind]);
  fill(words, bubble.text);
  row.append(make("p", "avatar", bubble.mine ? who.slice(0, 1).toUpperCase() : "M"), words);
  $("talk").append(row);
}

function toEnd() {
  $("talk").scrollTop = $("talk").scrollHeight;
}

// Draw a part only when it changed, so that nothing flickers and open menus stay open.
function changed(name, value) {
  const text = JSON.stringify(value);
  if (drawn[name] === text) return false;
  drawn[name] = text;
  return true;
}

function drawMenu(menu) {
  document.querySelectorAll("#menu > div").forEach((node) => node.remove());
  const buttons = menu ? menu.button : [];
  $("menu").hidden = !buttons.length;
  $("bar").hidden = Boolean(buttons.length);
  $("swap").hidden = !buttons.length;
  for (const button of buttons) {
    const box = make("div");
    const top = make("button", "top", button.sub_button?.length ? `☰ ${button.name}` : button.name);
    top.type = "button";
    const below = make("div", "below");
    below.hidden = true;
    for (const entry of button.sub_button || []) {
      const line = make("button", "", entry.name);
      line.type = "button";
      line.onclick = () => { below.hidden = true; choose(entry); };
      below.append(line);
    }
    top.onclick = () => {
      const isOpen = !below.hidden;
      document.querySelectorAll(".below").forEach((node) => { node.hidden = true; });
      if (button.sub_button?.length) below.hidden = isOpen;
      else choose(button);
    };
    box.append(top, below);
    $("menu").append(box);
  }
}

function choose(entry) {
  if (entry.type === "view") {
    act("view", { url: entry.url });
    window.open(entry.url, "_blank", "noopener");
  } else if (entry.type.startsWith("pic_")) $("photo").click();
  else if (entry.type.startsWith("scancode_")) openScanner();
  else act("click", { key: entry.key });
}

function drawSide(state) {
  $("where").textContent = `${state.account.webhook} · rights: ${state.rights.join(", ") || "none"} · ${state.remaining} customer messages left`;
  $("kind").value = state.account.kind;
  $("mode").value = state.account.mode;
  $("offset").textContent = state.offset ? `+${Math.round(state.offset / 60)} min` : "";
  $("count").textContent = state.violations.length || "";
  $("pushes").replaceChildren(...state.pushes.map(push).reverse());
  $("calls").replaceChildren(...state.calls.map(call).reverse());
  const found = state.violations.map(([rule, detail]) => make("li", "", `${rule}: ${detail}`));
  $("violations").replaceChildren(...(found.length ? found : [make("li", "none", "nothing so far")]));
}

function push(each) {
  const line = make("li");
  line.append(make("b", "", `#${each.number}`), make("span", "", `${each.kind} ${each.words.slice(0, 24)}`));
  for (const fault of each.faults) line.append(make("span", "try wrong", fault));
  for (const attempt of each.attempts) {
    const mark = make("span", `try ${attempt.verdict.replace(" ", "-")}`, `${attempt.number}: ${attempt.verdict} ${attempt.status ?? ""} ${attempt.ms} ms`);
    mark.title = attempt.problem;
    line.append(mark);
  }
  if (!each.is_done) line.append(make("span", "try", "…"));
  return line;
}

function call(each) {
  const line = make("li");
  const isFine = each.status === 200 && !each.errcode;
  line.append(make("span", "", each.path), make("span", `try ${isFine ? "fine" : "wrong"}`, `${each.errcode || each.status} ${each.ms} ms`));
  return line;
}

async function refresh() {
  const asked = who;
  const from = seen;
  const answer = await fetch(`/__sim__/state?${new URLSearchParams({ phone: asked, since: from })}`);
  const state = await answer.json();
  if (asked !== who || from !== seen) return;
  seen += state.bubbles.length;
  state.bubbles.forEach(draw);
  if (state.bubbles.length) toEnd();
  if (changed("people", [state.people, who])) $("who").replaceChildren(...[...state.people, "＋"].map((name) => new Option(name, name, false, name === who)));
  $("stranger").hidden = state.phone.is_following;
  $("openid").textContent = `openid ${state.phone.open_id}`;
  $("left").textContent = `48 小时内还可发 ${state.remaining} 条客服消息`;
  if (changed("menu", state.menu)) drawMenu(state.menu);
  drawn.codes = state.codes;
  const side = { ...state, now: 0, bubbles: [] };
  if (changed("side", side)) drawSide(state);
}

function become(name) {
  who = name;
  seen = latest = 0;
  $("talk").replaceChildren();
  history.replaceState(null, "", `?phone=${encodeURIComponent(who)}`);
  refresh();
}

function openScanner() {
  $("codes").replaceChildren(...drawn.codes.map((code) => {
    const line = make("button", "", `▦ ${code.scene}`);
    line.value = code.ticket;
    return line;
  }));
  $("scene").value = "";
  $("scanner").returnValue = "";
  $("scanner").showModal();
}

$("scanner").onclose = () => {
  const value = $("scanner").returnValue;
  const scene = value === "scan" ? $("scene").value.trim() : value;
  if (scene) act("scan", { scene });
};
$("profile").onclose = () => { if ($("profile").returnValue === "unfollow") act("unfollow"); };
$("more").onclick = () => { $("profile").returnValue = ""; $("profile").showModal(); };
$("follow").onclick = () => act("follow");
$("who").onchange = () => {
  const name = $("who").value === "＋" ? (prompt("A name for another WeChat user") || "").trim() : $("who").value;
  drawn.people = "";
  become(name || who);
};
$("bar").onsubmit = (event) => {
  event.preventDefault();
  const text = $("words").value;
  if (!text.trim()) return;
  $("words").value = "";
  $("words").oninput();
  act("say", { text });
};
$("words").oninput = () => {
  $("send").hidden = !$("words").value;
  $("plus").hidden = Boolean($("words").value);
};
$("plus").onclick = () => { $("drawer").hidden = !$("drawer").hidden; toEnd(); };
$("swap").onclick = () => { $("bar").hidden = true; $("menu").hidden = false; $("drawer").hidden = true; };
$("keys").onclick = () => { $("bar").hidden = false; $("menu").hidden = true; $("words").focus(); };
$("photo").onchange = () => {
  $("drawer").hidden = true;
  for (const file of $("photo").files) post(`/__sim__/photo?${new URLSearchParams({ phone: who })}`, file, true);
  $("photo").value = "";
};
document.querySelectorAll("[data-do]").forEach((node) => {
  node.onclick = () => { $("drawer").hidden = true; act(node.dataset.do); };
});
document.querySelector("[data-open]").onclick = () => { $("drawer").hidden = true; openScanner(); };
document.querySelectorAll("[data-advance]").forEach((node) => {
  node.onclick = () => post("/__sim__/clock", { advance: Number(node.dataset.advance) });
});
$("behind").onclick = () => document.body.classList.toggle("behind");
$("kind").append(...KINDS.map((kind) => new Option(kind, kind)));
$("kind").onchange = () => post("/__sim__/account", $("kind").value === "test-account" ? { kind: "test-account", mode: "plain" } : { kind: $("kind").value });
$("mode").onchange = () => post("/__sim__/account", { mode: $("mode").value });
for (const side of ["push", "api"]) {
  const group = make("optgroup");
  group.label = side === "push" ? "a push" : "a call of the API";
  group.append(...FAULTS[side].map((name) => new Option(name, `${side} ${name}`)));
  $("fault").append(group);
}
$("strike").onclick = () => {
  const [side, name] = $("fault").value.split(" ");
  post("/__sim__/faults", { [side]: name, value: Number($("value").value) });
  toast(`${name}: the next time`);
};
refresh();
setInterval(() => refresh().catch(() => toast("the simulator has ended")), 700);
