// The violations of these rules that axe finds, one line each.
async (only) => {
  const result = await axe.run(document, {
    runOnly: only,
    resultTypes: ['violations'],
    preload: false,
  });
  return result.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.html.slice(0, 120)} ${node.failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
