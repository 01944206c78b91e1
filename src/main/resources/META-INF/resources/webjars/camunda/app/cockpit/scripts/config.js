export default {
  app: {
    name: 'operations',
    vendor: 'Closeout'
  },
  customScripts: ['../../../js/engine-sign-out.js']
};
