import { createRoot } from "react-dom/client";
import { packUrl } from "virtual:pack";
import type { Pack } from "../../src/policy/browser.ts";
import { catalogues } from "../i18n/use-messages.tsx";
import "virtual:font.css";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/controls.css";
import "./portal.css";
import "./shell/welcome.css";
import "./walk.css";
import "./answer/answer.css";
import "./answer/times.css";
import "./compare/compare.css";
import "./answer/print.css";
import { fetchFontsIfNeeded } from "../ui/own-fonts.ts";
import { App } from "./app.tsx";
import { loadLater } from "./shell/use-later.ts";

async function loadPack(): Promise<Pack> {
  const response = await fetch(packUrl);
  if (!response.ok) throw new Error(`${response.status}`);
  // Built from the rulebooks by the same loader that the server runs; the build checked it.
  return (await response.json()) as Pack;
}

const place = document.getElementById("portal");
if (place === null) throw new Error("index.html has no #portal");
const root = createRoot(place);
Promise.all([loadPack(), fetchFontsIfNeeded()]).then(
  ([pack]) => {
    root.render(<App pack={pack} />);
    return loadLater();
  },
  () =>
    root.render(
      <main className="main">
        <p lang="zh-CN">{catalogues["zh-CN"].trouble.load}</p>
        <p lang="en">{catalogues.en.trouble.load}</p>
      </main>,
    ),
);
