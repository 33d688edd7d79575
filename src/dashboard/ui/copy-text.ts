import { toast } from "./toast.ts";

/** Put a text on the clipboard. Says whether that was done; a browser that refuses is told of. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    toast({ title: "Not copied: the browser does not let this page write to the clipboard", tone: "danger" });
    return false;
  }
}
