exports.handler = __f0;

var __provider = {configure: __f1, check: __f2, diff: __f3, create: __f4, update: __f5, read: __f6, delete: __f7};

function __f1(__0) {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return async function /*configure*/(req) {
        this.config = req.config;
    };

    }
  }).apply(undefined, undefined).apply(this, arguments);
}

function __f2(__0, __1) {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return async function /*check*/(olds, news) {
        return require('@cloudimages/pulumi/provider').check(this.config, olds, news);
    };

    }
  }).apply(undefined, undefined).apply(this, arguments);
}

function __f3(__0, __1, __2) {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return async function /*diff*/(_id, olds, news) {
        return require('@cloudimages/pulumi/provider').diff(this.config, olds, news);
    };

    }
  }).apply(undefined, undefined).apply(this, arguments);
}

function __f4(__0) {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return async function /*create*/(inputs) {
        return require('@cloudimages/pulumi/provider').create(this.config, inputs);
    };

    }
  }).apply(undefined, undefined).apply(this, arguments);
}

function __f5(__0, __1, __2) {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return async function /*update*/(_id, olds, news) {
        return require('@cloudimages/pulumi/provider').update(this.config, olds, news);
    };

    }
  }).apply(undefined, undefined).apply(this, arguments);
}

function __f6(__0, __1) {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return async function /*read*/(id, props) {
        return require('@cloudimages/pulumi/provider').read(this.config, id, props);
    };

    }
  }).apply(undefined, undefined).apply(this, arguments);
}

function __f7() {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return async function /*delete*/() { };

    }
  }).apply(undefined, undefined).apply(this, arguments);
}

function __f0() {
  return (function() {
    with({ provider: __provider, this: undefined, arguments: undefined }) {

return () => provider;

    }
  }).apply(undefined, undefined).apply(this, arguments);
}
