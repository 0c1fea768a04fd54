/**
 * Holds the test reports that a page shows against the audit log, in the reader's browser, by WebCrypto alone: the report's
 * salted digest, its place in the Merkle tree (RFC 9162, 2.1.3.2), the root in the signed checkpoint, and the signature, where
 * the browser knows Ed25519. Sent as it stands here, so that everybody can read what checks.
 */
export const proofScript = String.raw`'use strict';
(function () {
  var list = document.getElementById('proof-result');
  if (!list) return;
  var words = JSON.parse(list.getAttribute('data-words'));

  function say(state, word, values) {
    var item = document.createElement('p');
    item.className = 'proof-' + state;
    var mark = document.createElement('b');
    mark.setAttribute('aria-hidden', 'true');
    mark.textContent = { ok: '\u2713', bad: '\u2715', open: '\u2013' }[state];
    item.appendChild(mark);
    var text = words[word].replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
    item.appendChild(document.createTextNode(' ' + text));
    list.appendChild(item);
  }

  var utf8 = new TextEncoder();
  function bytesOf(base64) {
    var text = atob(base64.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(text, function (character) { return character.charCodeAt(0); });
  }
  function base64Of(bytes) { return btoa(String.fromCharCode.apply(null, bytes)); }
  function joined(parts) {
    var all = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0));
    var at = 0;
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return all;
  }
  async function sha256() {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(Array.from(arguments))));
  }
  function node(left, right) { return sha256([1], left, right); }

  /** The root that leaf and hashes lead to; null when there are too many or too few. */
  async function rootOf(leaf, index, size, hashes) {
    if (!(index >= 0 && index < size)) return null;
    var position = index;
    var last = size - 1;
    var hash = leaf;
    for (var i = 0; i < hashes.length; i++) {
      if (last === 0) return null;
      if (position % 2 === 1 || position === last) {
        hash = await node(hashes[i], hash);
        while (position % 2 === 0 && position !== 0) { position /= 2; last = Math.floor(last / 2); }
      } else hash = await node(hash, hashes[i]);
      position = Math.floor(position / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? base64Of(hash) : null;
  }

  /** The id of the key that signed the note; false when none has; null when this browser cannot tell. */
  async function signerOf(note, keys) {
    var end = note.lastIndexOf('\n\n');
    var text = utf8.encode(note.slice(0, end + 1));
    var lines = note.slice(end + 2).split('\n').filter(Boolean);
    for (var l = 0; l < lines.length; l++) {
      var signature = bytesOf(lines[l].split(' ')[2]);
      var id = Array.from(signature.slice(0, 4), function (byte) { return ('0' + byte.toString(16)).slice(-2); }).join('');
      for (var k = 0; k < keys.length; k++) {
        var key = keys[k].split('+');
        if (key[1] !== id) continue;
        var imported;
        try {
          var raw = bytesOf(key.slice(2).join('+')).slice(1);
          imported = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
        } catch (error) {
          return null;
        }
        return (await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature.slice(4), text)) && id;
      }
    }
    return false;
  }

  /** Whether report and log agree with each other, and the page with the report. */
  async function agrees(article, proof, checkpoint) {
    var leaf = JSON.parse(proof.leaf);
    var digest = base64Of(await sha256(bytesOf(proof.salt), utf8.encode(proof.report)));
    if (leaf.resource !== 'samples' || base64Of(bytesOf(leaf.publicDigest)) !== digest) return false;
    var hash = await sha256([0], utf8.encode(proof.leaf));
    if ((await rootOf(hash, proof.index, checkpoint.size, proof.hashes.map(bytesOf))) !== checkpoint.root) return false;
    return isShown(article, JSON.parse(proof.report));
  }

  function isShown(article, report) {
    var shown = JSON.parse(article.getAttribute('data-report'));
    var facts = ['sampleNumber', 'batchCode', 'planKind', 'verdict', 'verified'];
    if (facts.some(function (name) { return shown[name] !== report[name]; })) return false;
    if (Date.parse(shown.drawnAt) !== Date.parse(report.drawnAt)) return false;
    var items = Array.from(article.querySelectorAll('.result'));
    if (items.length !== report.results.length) return false;
    return report.results.every(function (result) {
      return items.some(function (item) {
        var told = JSON.parse(item.getAttribute('data-result'));
        var names = ['analyte', 'value', 'unit', 'verdict', 'limit', 'standard'];
        var number = /^\d/.test(result.value) ? result.value : '';
        return names.every(function (name) { return told[name] === result[name]; }) &&
          item.textContent.indexOf(result.analyte) >= 0 && item.textContent.indexOf(number) >= 0;
      });
    });
  }

  async function check() {
    if (!(window.crypto && crypto.subtle)) return say('open', 'unsupported');
    var answer;
    try {
      answer = await (await fetch(list.getAttribute('data-proofs'), { headers: { accept: 'application/json' } })).json();
    } catch (error) {
      return say('open', 'unreachable');
    }
    var lines = (answer.checkpoint || '').split('\n');
    var checkpoint = { size: Number(lines[1]), root: lines[2] };
    var articles = document.querySelectorAll('.test[data-report]');
    for (var i = 0; i < articles.length; i++) {
      var sample = JSON.parse(articles[i].getAttribute('data-report')).sampleNumber;
      var proof = answer.proofs.find(function (each) { return each.sampleNumber === sample; });
      if (!proof || !proof.leaf) say('open', 'waiting', { sample: sample });
      else if (await agrees(articles[i], proof, checkpoint)) say('ok', 'matches', { sample: sample, entry: proof.index });
      else say('bad', 'differs', { sample: sample });
    }
    if (!answer.checkpoint) return;
    var signer = await signerOf(answer.checkpoint, answer.keys);
    if (signer === null) say('open', 'unverifiable');
    else if (signer) say('ok', 'signed', { size: checkpoint.size, key: signer });
    else say('bad', 'unsigned');
  }

  check()
    .catch(function () { say('open', 'unreachable'); })
    .then(function () { list.setAttribute('data-done', 'yes'); });
})();
`;
