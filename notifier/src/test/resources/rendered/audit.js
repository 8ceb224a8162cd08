// The violations that axe finds of the rules with these tags, one line each.
async (tags) => {
  const result = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  });
  return result.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.html.slice(0, 120)} ${node.failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
