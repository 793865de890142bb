// What reading a large listing costs: 20,000 images of AWS, in XML as EC2 sends them and as JSON.
import { createRequire } from 'node:module';
import { median } from './measure.mjs';

const require = createRequire(import.meta.url);

const IMAGES = 20_000;
const PAGE_SIZE = 1000;
const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';
const TARGET = { cloud: 'aws', region: 'us-east-1' };

export function measureReading(runs) {
  const { readXml } = require('../provider/dist/transport/xml.js');
  const { readJson } = require('../provider/dist/transport/json.js');
  const pages = xmlPages();
  const asJson = pages.map((text) => JSON.stringify(readXml(text)));
  const xml = cpuOf(runs, () => pages.forEach((text) => readPage(readXml(text))));
  const json = cpuOf(runs, () => asJson.forEach((text) => readPage(readJson(text))));
  return {
    title: 'Reading a listing',
    rows: [
      ['20,000 images of AWS from XML, 22 MB, CPU', xml, 'ms'],
      ['the same images from JSON, CPU', json, 'ms'],
      ['XML, in times of JSON', xml / json, 'times'],
    ],
  };
}

/** As the simulated EC2 prints them. */
function xmlPages() {
  const { generateImages } = require('../simulator/dist/index.js');
  const { printXml } = require('../simulator/dist/xml.js');
  const { printedImage } = require('../simulator/dist/clouds/aws/image.js');
  const images = generateImages({ cloud: 'aws', count: IMAGES }).map(printedImage);
  return Array.from({ length: IMAGES / PAGE_SIZE }, (_, page) =>
    printXml(
      'DescribeImagesResponse',
      {
        requestId: 'bench',
        imagesSet: images.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
      },
      { item: 'item', namespace: NAMESPACE },
    ),
  );
}

function readPage(body) {
  const { CLOUDS } = require('../provider/dist/clouds/index.js');
  const { readImage } = require('../provider/dist/clouds/definition/read-image.js');
  const { items } = CLOUDS.aws.read(body);
  const images = items.map((raw) =>
    readImage(CLOUDS.aws, TARGET, raw, () => undefined, { nowMs: 0 }),
  );
  if (images.length !== PAGE_SIZE) throw new Error(`read ${images.length} images of a page`);
}

/** The median of the CPU time. Milliseconds. */
function cpuOf(runs, work) {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(times);
}
