// The licences of what others made and this file holds.

import { h } from "../dom";
import { part } from "../embedded";
import { unpacked } from "../unpacking";
import { say } from "../language";
import type { View } from "../view";

export const licences: View = async () => ({
  title: say("Licences", "许可"),
  content: [
    h("h1", {}, say("Licences", "许可")),
    h("p", {}, say(
      "Qontology itself: Apache-2.0, its data CC BY 4.0. This file also holds the work of others, under these licences:",
      "Qontology 本身采用 Apache-2.0，数据采用 CC BY 4.0。本文件还包含他人的作品，许可如下：",
    )),
    h("pre", { tabindex: 0, lang: "en" }, await unpacked(part("licences")).text()),
  ],
});
