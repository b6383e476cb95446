// CloudFront Function (its own JavaScript, no modules): a folder's address shows the folder's page.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last === '') request.uri += 'index.html';
  else if (last.indexOf('.') === -1) request.uri += '/index.html';
  return request;
}
