import type { View } from "../workflows/view.ts";
import type { Incoming } from "./incoming.ts";

/** How an answer to this request is to be seen: links are absolute, under the host that the caller used. */
export function viewOf(
  { services, links, url }: Incoming,
  { hideMatureContent }: { hideMatureContent: boolean },
): View {
  return { hideMatureContent, blobUrl: links.urls(url.origin), origin: url.origin, dialect: services.dialect };
}
