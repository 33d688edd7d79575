import { costHeaders, droppedFieldsHeader } from "#contract/workflow-operations.ts";

/*
 * Any page may call the API: a bearer token is the only permission, and no cookie is looked at. The controls are not
 * opened; they are no path of the API.
 */
const open = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": [
    ...Object.values(costHeaders),
    droppedFieldsHeader,
    "Retry-After",
    "RateLimit",
    "RateLimit-Policy",
    "x-nsfw-level",
    "ETag",
    "Accept-Ranges",
    "Content-Range",
  ].join(", "),
};

/** The answer to a browser that asks beforehand what it may send. */
export function preflight(request: Request, methods: readonly string[]): Response {
  const asked = request.headers.get("Access-Control-Request-Headers");
  return new Response(null, {
    status: 204,
    headers: {
      Allow: methods.join(", "),
      ...open,
      "Access-Control-Allow-Methods": methods.join(", "),
      "Access-Control-Allow-Headers": asked ?? "Authorization, Content-Type",
      "Access-Control-Max-Age": "600",
      Vary: "Access-Control-Request-Headers",
    },
  });
}

/** Let a page of another origin read the answer. */
export function openToOrigins(response: Response): Response {
  for (const [name, value] of Object.entries(open)) response.headers.set(name, value);
  return response;
}
