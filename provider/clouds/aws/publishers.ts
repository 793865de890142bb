/**
 * The accounts of Amazon and of the OS vendors that publish images on EC2, by partition and, where
 * Amazon uses another account in an opt-in region, by region.
 *
 * The owner alias `amazon` is not enough: Canonical's images have it too, so it says "verified
 * provider", and not whose image it is.
 */
import type { Publisher } from '../definition/cloud-definition';

export const PUBLISHERS: readonly Publisher[] = [
  {
    name: 'amazon',
    distros: ['amazon'],
    accounts: {
      aws: ['137112412989'],
      'aws-cn': ['141808717104'],
      'aws-us-gov': ['045324592363'],
      'af-south-1': ['210953353124'],
      'ap-east-1': ['910595266909'],
      'ap-southeast-3': ['785737495101'],
      'eu-south-1': ['071630900071'],
      'me-south-1': ['656109587541'],
    },
    source:
      'Amazon Linux: awslabs/amazon-eks-ami (Makefile), kubernetes/kops (awsup); opt-in regions: awslabs/scale-out-computing-on-aws',
  },
  {
    name: 'amazon-windows',
    distros: ['windows-server'],
    accounts: {
      aws: ['801119661308'],
      'aws-cn': ['016951021795'],
      'aws-us-gov': ['077303321853'],
      'af-south-1': ['442396546477'],
      'ap-east-1': ['777534740333'],
      'ap-south-2': ['159365745649'],
      'ap-southeast-3': ['903064639964'],
      'ap-southeast-4': ['311529897437'],
      'ap-southeast-5': ['002667544638'],
      'ap-southeast-7': ['767398017123'],
      'ca-west-1': ['194652444849'],
      'eu-central-2': ['536790793924'],
      'eu-south-1': ['460214486919'],
      'eu-south-2': ['688423173695'],
      'il-central-1': ['185158320714'],
      'me-central-1': ['878052572473'],
      'me-south-1': ['162367869970'],
      'mx-central-1': ['574179025982'],
    },
    source:
      'EC2 Windows guide (topics for new Windows AMIs), cloudpods; opt-in regions: NetApp workload factory, together with the alias amazon',
  },
  {
    name: 'amazon-macos',
    distros: ['macos'],
    accounts: { aws: ['100343932686'] },
    source: 'test-kitchen/kitchen-ec2',
  },
  {
    name: 'amazon-ecs',
    distros: [],
    accounts: { aws: ['591542846629'] },
    source: 'getmoto/moto (images captured from AWS)',
  },
  {
    name: 'amazon-eks',
    distros: [],
    accounts: { aws: ['602401143452'] },
    source: 'EKS user guide, hashicorp/terraform-provider-aws#5996',
  },
  {
    name: 'bottlerocket',
    distros: ['bottlerocket'],
    accounts: { aws: ['092701018921'] },
    source: 'getmoto/moto (images captured from AWS)',
  },
  {
    name: 'canonical',
    distros: ['ubuntu'],
    accounts: {
      aws: ['099720109477'],
      'aws-cn': ['837727238323'],
      'aws-us-gov': ['513442679011'],
    },
    source: 'documentation.ubuntu.com/aws, kubernetes/kops (awsup)',
  },
  {
    name: 'debian',
    distros: ['debian'],
    // The second one published Debian 9 and older.
    accounts: { aws: ['136693071363', '379101102735'], 'aws-cn': ['673060587306'] },
    source: 'wiki.debian.org/Cloud/AmazonEC2Image, kubernetes/kops (awsup), cloudpods',
  },
  {
    name: 'redhat',
    distros: ['rhel'],
    accounts: {
      aws: ['309956199498'],
      'aws-cn': ['841258680906'],
      'aws-us-gov': ['219670896067'],
    },
    source: 'access.redhat.com/solutions/15356, aws/aws-parallelcluster (RHEL_OWNERS)',
  },
  {
    name: 'suse',
    distros: ['sles'],
    accounts: { aws: ['013907871322'], 'aws-cn': ['841869936221'] },
    source: 'cloudpods, getmoto/moto (images captured from AWS)',
  },
  {
    name: 'rocky',
    distros: ['rocky'],
    accounts: { aws: ['792107900819'] },
    source: 'rockylinux.org/download, aws/aws-parallelcluster',
  },
  {
    name: 'almalinux',
    distros: ['almalinux'],
    accounts: { aws: ['764336703387'] },
    source: 'wiki.almalinux.org/cloud/AWS.html',
  },
  {
    name: 'fedora',
    // The CentOS project publishes from the same account.
    distros: ['fedora', 'fedora-coreos', 'centos', 'centos-stream'],
    accounts: { aws: ['125523088429'] },
    source: 'centos.org/download/aws-images, test-kitchen/kitchen-ec2',
  },
  {
    name: 'oracle',
    distros: ['oracle'],
    accounts: { aws: ['131827586825'] },
    source: 'blogs.oracle.com (by plus3it/spel)',
  },
  {
    name: 'flatcar',
    distros: ['flatcar'],
    accounts: { aws: ['075585003325'] },
    source: 'kubernetes/kops (awsup)',
  },
  {
    name: 'freebsd',
    distros: ['freebsd'],
    accounts: { aws: ['118940168514'] },
    source: 'test-kitchen/kitchen-ec2',
  },
  {
    name: 'nixos',
    distros: ['nixos'],
    accounts: { aws: ['427812963091'] },
    source: 'nixos.org/download',
  },
];
