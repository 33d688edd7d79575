/** The answer of a proxy before the server. */
export function answerErrorPage(status: number, title: string): Response {
  return new Response(errorPage(title), { status, headers: { "Content-Type": "text/html" } });
}

/** As a proxy before the server would say it. */
export function errorPage(title: string): string {
  return `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`;
}
