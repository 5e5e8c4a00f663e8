package org.synapt.processor.model;

import java.util.HashMap;
import java.util.Map;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.layer.Arity;
import org.synapt.processor.layer.Layer;
import org.synapt.processor.layer.Layers;

/** What the annotations on rows mean, those of the user's own layers too. */
final class Blocks {
  private static final Arity ANY = new Arity(0, Integer.MAX_VALUE);

  private final Map<String, Body> bodies = new HashMap<>();

  /** The body of a block, resolved and checked once. */
  Body body(BlockDeclaration block) {
    if (block.rows().isEmpty()) {
      return Body.NONE;
    }
    Body known = bodies.get(block.qualifiedName());
    if (known == null) {
      known = BodyCheck.check(block, this);
      bodies.put(block.qualifiedName(), known);
    }
    return known;
  }

  /** How many operands a layer takes; any number where its body is not known. */
  Arity arity(Mention layer) {
    if (layer.block().isEmpty()) {
      return rule(layer).arity();
    }
    Body body = body(layer.block().get());
    int inputs = body.inputs().size();
    return body.usable() ? new Arity(inputs, inputs) : ANY;
  }

  Layer rule(Mention layer) {
    return Layers.named(layer.name())
        .orElseThrow(() -> new IllegalStateException("no rule for @" + layer.name()));
  }
}
