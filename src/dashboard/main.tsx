import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import { App } from "./app/app.tsx";
import { applyKeptTheme } from "./ui/use-theme.ts";
import "./theme.css";

// The content security policy forbids compiling code from text, which zod would try first.
z.config({ jitless: true });
applyKeptTheme();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
