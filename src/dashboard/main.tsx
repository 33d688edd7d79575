import "./without-eval.ts";
// Before everything else: what it asks for is on its way while the rest of the code is run.
import "./app/first-request.ts";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { firstRequest } from "./app/first-request.ts";
import { applyKeptTheme } from "./ui/use-theme.ts";
import "./theme.css";

applyKeptTheme();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
void firstRequest.then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
